import ArgumentParser
import CLIP
import Evaluation
import Foundation
import Reporting

/// `evaluate tokenize`: texts to token ids.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Prints the token ids of texts, one line each.",
    discussion: """
      Ids are separated by one space and include start and end of text; nothing is padded. Without \
      --vocabulary, OpenAI's merges are taken from the cache folder (see `make vocabulary`).

      EXAMPLES:
        evaluate tokenize "a photo of a dog."
        evaluate tokenize --vocabulary merges.txt -- "-- dashes" "and more"
      """)

  @Option(
    help: ArgumentHelp(
      "The merges: bpe_simple_vocab_16e6.txt.gz or merges.txt.", valueName: "file"))
  var vocabulary: String?

  @Flag(help: "Cut a text of more than 77 tokens instead of refusing it.")
  var truncate = false

  @Argument(help: "The texts.")
  var texts: [String]

  func run() throws {
    let stated = vocabulary.map { path in
      Stated(
        Surroundings.current.file(at: path), from: SettingOrigin.option("--vocabulary \(path)"))
    }
    let file = try Vocabulary(stated: stated, in: .current).file
    let tokenizer = try BytePairTokenizer(vocabulary: file)
    for tokens in try tokenizer.tokens(of: texts, truncating: truncate) {
      print(tokens.map(String.init).joined(separator: " "))
    }
  }
}
