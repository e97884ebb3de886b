import ArgumentParser
import CLIP
import Evaluation
import Foundation

/// `evaluate tokenize`: prints the tokens of texts.
struct TokenizeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tokenize",
      abstract: "Print the token ids of texts, as the text tower reads them.",
      discussion: """
        One line for each text: the ids separated by one space, with the start and end tokens and \
        without padding.

          evaluate tokenize "a photo of a cat."
          evaluate tokenize --vocabulary Datasets/Demo/model/merges.txt -- "--a text of dashes--"
        """)
  }

  @Option(
    help: ArgumentHelp(
      "The merges; by default OpenAI's, which `make vocabulary` fetches.", valueName: "file"))
  var vocabulary: String?

  @Argument(help: "The texts.")
  var texts: [String]

  func run() throws {
    let surroundings = Surroundings.current
    let stated = vocabulary.map {
      Stated(surroundings.file(at: $0), from: .option("--vocabulary \($0)"))
    }
    let tokenizer = try BytePairTokenizer(
      vocabulary: Vocabulary(stated: stated, in: surroundings).file)
    for tokens in try tokenizer.tokens(of: texts) {
      try StandardOutput.write(tokens.map(String.init).joined(separator: " ") + "\n")
    }
  }
}
