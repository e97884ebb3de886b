/// A text as CLIP's tokenizer reads it: repaired, unescaped, lower case, single spaces.
struct Caption: Equatable {
  /// The characters, one space between words and none at the ends.
  let scalars: [Unicode.Scalar]

  /// Cleans a text in the steps of OpenAI's tokenizer: ``TextRepair`` (there, the library ftfy), HTML
  /// entities twice, white space, lower case.
  init(_ text: String) {
    if let scalars = Self.plain(text) {
      self.scalars = scalars
      return
    }
    let repaired = TextRepair.repaired(Array(text.unicodeScalars))
    let unescaped = HTMLEntities.unescaped(HTMLEntities.unescaped(repaired))
    scalars = LowerCase.lowercased(Self.collapsingWhiteSpace(unescaped))
  }

  /// The cleaned text if it is printable ASCII without `&`, where only white space and lower case are
  /// left to do; `nil` for any other.
  private static func plain(_ text: String) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): return nil
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
        if let last = scalars.last, last != " " { scalars.append(" ") }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scalars.append(Unicode.Scalar(byte | 0x20))
      case 0x21...0x7E: scalars.append(Unicode.Scalar(byte))
      default: return nil
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    return scalars
  }

  /// The text with each run of white space as one space, and none at the ends.
  ///
  /// White space is what Python's `str.isspace` says: Unicode's property and the four separators from
  /// U+001C on.
  private static func collapsingWhiteSpace(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let words = text.split { $0.properties.isWhitespace || ("\u{1C}"..."\u{1F}").contains($0) }
    return Array(words.joined(separator: CollectionOfOne(" ")))
  }
}
