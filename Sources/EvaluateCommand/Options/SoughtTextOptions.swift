import ArgumentParser

/// The texts that a command looks for.
struct SoughtTextOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A text to look for; may be repeated.", valueName: "text"))
  var text: [String]

  func validate() throws {
    if text.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("--text takes words to look for, not an empty text.")
    }
  }
}
