import Foundation
import TestSupport
import Testing

extension BinaryTests {
  @Suite("evaluate show")
  struct ShowTests {
    @Test("--data says so where no path of the experiment uses it")
    func idleDataFolder() async throws {
      let idle = try await EvaluateProcess.run(["show", "--config", "demo", "--data", "/data"])
      #expect(idle.exitCode == 0)
      #expect(
        idle.messages.contains("warning: --data changes nothing here"), "\(idle.messages)")
      let used = try await EvaluateProcess.run(["show", "--config", "voc20", "--data", "/data"])
      #expect(!used.messages.contains("changes nothing"), "\(used.messages)")
    }

    @Test("--set shows up in the listing with its spelling, everything else with its place")
    func listing() async throws {
      let process = try await EvaluateProcess.run([
        "show", "--config", "demo.json", "--set", "protocol.inputSize=48", "--set",
        #"method=["clip"]"#, "--limit", "5",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      #expect(process.messages == "")
      func line(_ start: String) -> Substring {
        process.output.split(separator: "\n").first { $0.hasPrefix(start + " ") } ?? ""
      }
      #expect(line("protocol.inputSize").contains("48 × 48"))
      #expect(line("protocol.inputSize").contains("--set protocol.inputSize=48"))
      #expect(line("method").contains(#"--set method=["clip"]"#))
      #expect(line("protocol.templates").contains("Configs/protocols/demo.json:"))
      #expect(line("protocol.resize").contains("inferred"))
      #expect(line("images").contains(#/ 5$/#))
      #expect(line("hash").contains(#/ [0-9a-f]{64}$/#))
    }

    @Test("--json holds the settings as a result stores them, and the hash follows contents alone")
    func document() async throws {
      struct Document: Decodable {
        struct Content: Decodable {
          struct Choices: Decodable {
            let inputSize: [Int]
          }
          let `protocol`: Choices
        }
        let name: String
        let content: Content
      }
      let process = try await EvaluateProcess.run([
        "show", "--config", "demo.json", "--json", "--set", "protocol.inputSize=[48,64]", "--set",
        "name=other",
      ])
      #expect(process.exitCode == 0, "\(process.messages)")
      let document = try JSONDecoder().decode(Document.self, from: Data(process.output.utf8))
      #expect(document.name == "other")
      #expect(document.content.protocol.inputSize == [48, 64])
    }

    @Test("The hash follows what decides the score and not names and workers")
    func hash() async throws {
      func hash(_ settings: String...) async throws -> Substring? {
        let process = try await EvaluateProcess.run(
          ["show", "--config", "demo.json"] + settings.flatMap { ["--set", $0] })
        return process.output.split(separator: "\n").first { $0.hasPrefix("hash ") }
      }
      let plain = try #require(try await hash())
      #expect(try await hash("name=other", "workers=7", "batch=3") == plain)
      #expect(try await hash("protocol.inputSize=72") != plain)
    }

    @Test("--keys lists every setting without any experiment")
    func keys() async throws {
      let process = try await EvaluateProcess.run(["show", "--keys"])
      #expect(process.exitCode == 0)
      for key in ["method", "protocol.inputSize", "model.checkpoint", "dataset.labelMap"] {
        #expect(process.output.split(separator: "\n").contains { $0.hasPrefix(key) }, "\(key)")
      }
    }
  }
}
