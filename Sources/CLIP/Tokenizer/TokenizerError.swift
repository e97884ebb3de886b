/// What can be wrong with a text.
public enum TokenizerError: Error, Equatable, Sendable {
  /// A text needs more tokens, start and end included, than the text tower has places for.
  case textTooLong(text: String, got: Int, limit: Int)
}

extension TokenizerError: CustomStringConvertible {
  /// One sentence for the person at the terminal: the text, what it needs, what there is.
  public var description: String {
    switch self {
    case .textTooLong(let text, let got, let limit):
      "“\(text)” needs \(got) tokens, but the text tower reads \(limit); shorten it or allow truncation"
    }
  }
}
