/// What one token of a text stands for.
public enum WordPiece: Sendable, Hashable {
  /// The token before every text.
  case startOfText

  /// The token behind every text.
  case endOfText

  /// A word or a part of one.
  case bytes([UInt8], endsWord: Bool)
}

extension WordPiece: CustomStringConvertible {
  /// The piece as people read it: `[start]`, `[end]`, `dog`, and `surg…` where the word goes on.
  ///
  /// Bytes that are no text by themselves, such as half a character, stand as `<E2>`.
  public var description: String {
    switch self {
    case .startOfText: "[start]"
    case .endOfText: "[end]"
    case .bytes(let bytes, let endsWord): Self.shown(bytes) + (endsWord ? "" : "…")
    }
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self),
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory.isPrinted })
    {
      return text
    }
    return bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return "<" + (digits.count == 1 ? "0" : "") + digits + ">"
    }.joined()
  }
}

extension Unicode.GeneralCategory {
  /// Whether a character shows as itself and steers no terminal.
  fileprivate var isPrinted: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
