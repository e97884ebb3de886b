/// A comment in the style of JavaScript, which people write in JSON and which YAML reads as text.
struct ForeignComment: Equatable {
  /// The characters that open it: `//` or `/*`.
  let opening: String
  let line: Int
  let column: Int

  /// Finds the first such comment outside quoted texts and `#` comments.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func first(in text: String) -> ForeignComment? {
    var scanner = Scanner(text)
    return scanner.firstForeignComment()
  }
}

/// Walks over a configuration's text scalar by scalar and knows line and column.
private struct Scanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }
  private var previous: Unicode.Scalar? { index > 0 ? scalars[index - 1] : nil }

  /// Whether a quotation mark or a comment may begin here, rather than being part of a word.
  private var atTokenStart: Bool {
    guard let previous else { return true }
    return previous.properties.isWhitespace || "{}[],:\"".unicodeScalars.contains(previous)
  }

  mutating func firstForeignComment() -> ForeignComment? {
    while let scalar = current {
      switch scalar {
      case "\"" where atTokenStart: skipText(closedBy: "\"")
      case "'" where atTokenStart: skipText(closedBy: "'")
      case "#" where atTokenStart: skipLine()
      case "/" where atTokenStart && (next == "/" || next == "*"):
        return ForeignComment(opening: next == "/" ? "//" : "/*", line: line, column: column)
      default: advance()
      }
    }
    return nil
  }

  private mutating func advance() {
    if current == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    index += 1
  }

  private mutating func skipText(closedBy mark: Unicode.Scalar) {
    advance()
    while let scalar = current, scalar != mark {
      if scalar == "\\" && mark == "\"" { advance() }
      advance()
    }
    advance()
  }

  private mutating func skipLine() {
    while let scalar = current, scalar != "\n" { advance() }
  }
}
