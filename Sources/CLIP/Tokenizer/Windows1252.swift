/// The characters that Windows code page 1252 has where Unicode has the C1 controls.
///
/// Web browsers and HTML read U+0080 … U+009F this way; the five bytes that the code page leaves
/// undefined stay controls.
enum Windows1252 {
  /// The character of a byte from 0x80 to 0x9F; any other byte is its own.
  static func character(for byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return characters[Int(byte) - 0x80]
  }

  private static let characters: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
