/// How many cells of a fixed-width terminal text takes up.
///
/// East Asian wide and full-width characters and emoji take two cells, combining marks and
/// invisible format characters none (Unicode Standard Annex 11 and Technical Standard 51).
/// Characters of ambiguous width count as one, as terminals outside East Asia draw them.
enum DisplayWidth {
  /// The width of a line of text.
  static func of(_ text: String) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  /// The width of one character as a reader sees it, whatever scalars it is made of.
  static func of(_ character: Character) -> Int {
    if character.unicodeScalars.contains(where: { $0 == "\u{FE0F}" }) { return 2 }
    return character.unicodeScalars.reduce(0) { max($0, of($1)) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    let isWide =
      scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
    return isWide ? 2 : 1
  }

  /// The blocks whose characters are wide, apart from emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul initial consonants
    0x2329...0x232A,  // angle brackets
    0x2E80...0x303E,  // radicals, ideographic punctuation
    0x3041...0x3247,  // kana, bopomofo, Hangul compatibility letters
    0x3250...0x4DBF,  // enclosed letters, ideographs extension A
    0x4E00...0xA4CF,  // ideographs, Yi
    0xA960...0xA97F,  // Hangul initial consonants, extended
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19,  // vertical forms
    0xFE30...0xFE6F,  // compatibility and small forms
    0xFF01...0xFF60,  // full-width letters
    0xFFE0...0xFFE6,  // full-width signs
    0x16FE0...0x18CFF,  // Tangut, Khitan
    0x1AFF0...0x1B2FF,  // kana supplement
    0x1F200...0x1F2FF,  // enclosed ideographs
    0x20000...0x3FFFD,  // ideographs, further extensions
  ]
}
