import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate tokenize")
  struct TokenizeTests {
    /// The demo's vocabulary: 512 bytes, 400 merges, then start and end of text.
    static let demo = ["tokenize", "--vocabulary", Demo.vocabulary.argument]

    @Test(
      "The demo's merges give these tokens",
      arguments: [
        ("sky", "912 519 913"),
        ("the sky and the sea", "912 513 519 515 513 653 320 913"),
        ("a photo of a dog.", "912 320 79 611 83 334 516 320 596 269 913"),
        ("  A PHOTO of\ta dog. ", "912 320 79 611 83 334 516 320 596 269 913"),
        ("a photo of a dog &amp;amp; a dog", "912 320 79 611 83 334 516 320 596 261 320 596 913"),
        ("", "912 913"),
      ])
    func demoTokens(text: String, line: String) async throws {
      let process = try await EvaluateProcess.run(Self.demo + [text])
      #expect(process.exitCode == 0)
      #expect(process.output == line + "\n")
      #expect(process.messages == "")
    }

    @Test("Each text has its line, empty ones too")
    func severalTexts() async throws {
      let process = try await EvaluateProcess.run(Self.demo + ["sky", "", "sky"])
      #expect(process.output == "912 519 913\n912 913\n912 519 913\n")
    }

    @Test("Behind -- a text may look like an option")
    func optionLikeText() async throws {
      let process = try await EvaluateProcess.run(Self.demo + ["--", "--sheep--", "--help"])
      #expect(process.exitCode == 0)
      #expect(process.output == "912 12 268 594 12 268 913\n912 12 268 71 68 75 335 913\n")
    }

    @Test("A text that is too long is refused with both numbers, and nothing is printed before it")
    func tooLong() async throws {
      // 76 dogs and the end token would fit without the start token.
      let text = Array(repeating: "dog", count: 76).joined(separator: " ")
      let process = try await EvaluateProcess.run(Self.demo + ["sky", text])
      process.expectRefusal(mentioning: ["78 tokens", "77"])
      let shorter = try await EvaluateProcess.run(Self.demo + [String(text.dropLast(4))])
      #expect(shorter.output.split(separator: " ").count == 77)
    }

    @Test("Without any vocabulary the message says where it was looked for and how to get one")
    func noVocabulary() async throws {
      let folder = try TemporaryFolder()
      let process = try await EvaluateProcess.run(
        ["tokenize", "sky"], environment: ["XDG_CACHE_HOME": folder.url.argument])
      process.expectRefusal(
        mentioning: [
          "\(folder.url.argument)surgerybench/bpe_simple_vocab_16e6.txt.gz", "make vocabulary",
        ])
      #expect(folder.contents == [])
    }

    @Test("OpenAI's vocabulary in the cache folder is found", .requiresSharedData)
    func cachedVocabulary() async throws {
      let folder = try TemporaryFolder()
      try folder.write(
        SharedData.data("data/bpe_simple_vocab_16e6.txt.gz"),
        to: "surgerybench/bpe_simple_vocab_16e6.txt.gz")
      let process = try await EvaluateProcess.run(
        ["tokenize", "a photo of a dog."],
        environment: ["XDG_CACHE_HOME": folder.url.argument])
      #expect(process.output == "49406 320 1125 539 320 1929 269 49407\n")
    }

    @Test("OpenAI's vocabulary gives OpenAI's tokens", .requiresSharedData)
    func goldenTokens() async throws {
      struct Row: Decodable {
        let text: String
        let ids: [Int]
      }
      let rows = try JSONDecoder().decode(
        [Row].self, from: SharedData.data("golden/tokenizer.json")
      )
      // The reference repairs mojibake; this program leaves it as it is and says so.
      .filter { !$0.text.hasPrefix("âœ”") }
      #expect(rows.count > 20)
      let process = try await EvaluateProcess.run(
        [
          "tokenize", "--vocabulary",
          SharedData.url("data/bpe_simple_vocab_16e6.txt.gz").argument, "--",
        ] + rows.map(\.text))
      #expect(process.exitCode == 0, "\(process.messages)")
      let lines = process.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == rows.count + 1)
      for (row, line) in zip(rows, lines) {
        let expected = ([49406] + row.ids + [49407]).map(String.init).joined(separator: " ")
        #expect(line == expected, "\(row.text)")
      }
    }
  }
}
