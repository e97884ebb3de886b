/// Cuts a cleaned caption into the words that BPE encodes one by one.
///
/// At each place the first of these that matches, as in OpenAI's pattern: a special token; an English
/// contraction (`'s 't 're 've 'm 'll 'd`); a run of letters; *one* digit; a run of anything else
/// that is neither letter, digit nor space. Spaces only separate.
struct WordScanner: Sequence, IteratorProtocol {
  /// One word of a caption.
  enum Word: Equatable {
    /// Characters to encode.
    case text(ArraySlice<Unicode.Scalar>)

    /// `<|startoftext|>`, spelled out in the text.
    case startOfText

    /// `<|endoftext|>`, spelled out in the text.
    case endOfText
  }

  private var rest: ArraySlice<Unicode.Scalar>

  /// Starts at the beginning of a caption.
  init(_ caption: Caption) {
    rest = caption.scalars[...]
  }

  /// The next word, or `nil` at the end.
  mutating func next() -> Word? {
    rest = rest.drop { $0 == " " }
    guard let first = rest.first else { return nil }
    if first == "<" {
      if take(Self.startOfText) { return .startOfText }
      if take(Self.endOfText) { return .endOfText }
    }
    if first == "'", let contraction = Self.contractions.first(where: { rest.starts(with: $0) }) {
      return word(of: contraction.count)
    }
    switch Kind(first) {
    case .number: return word(of: 1)
    case let kind: return word(of: rest.prefix { Kind($0) == kind }.count)
    }
  }

  private static let startOfText = Array("<|startoftext|>".unicodeScalars)
  private static let endOfText = Array("<|endoftext|>".unicodeScalars)
  private static let contractions = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"].map {
    Array($0.unicodeScalars)
  }

  private mutating func take(_ token: [Unicode.Scalar]) -> Bool {
    guard rest.starts(with: token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  private mutating func word(of length: Int) -> Word {
    defer { rest = rest.dropFirst(length) }
    return .text(rest.prefix(length))
  }

  /// The classes of characters that the pattern tells apart.
  private enum Kind {
    case letter
    case number
    case space
    case other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case " ": self = .space
      case "a"..."z", "A"..."Z": self = .letter
      case "0"..."9": self = .number
      case _ where scalar.isASCII: self = .other
      default:
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
          self = .letter
        case .decimalNumber, .letterNumber, .otherNumber: self = .number
        default: self = .other
        }
      }
    }
  }
}
