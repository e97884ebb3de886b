/// Replaces HTML's character references by the characters they name.
///
/// The rules are those of Python's `html.unescape`, which are HTML 5's: numbers in full, names with or
/// without a semicolon, the longest known name first. The names known here are the 252 of HTML 4 and
/// the capital forms that HTML 5 adds to six of them; a name that only HTML 5 has stays as written.
enum HTMLEntities {
  /// The text with each reference replaced once, as `html.unescape` does.
  static func unescaped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    replacingReferences(in: text) { rest in
      if rest.first == "#" { return number(at: rest.dropFirst()) }
      let longest = rest.prefix(32).prefix { !"\t\n\u{C} <&#;".unicodeScalars.contains($0) }
      if longest.endIndex < rest.endIndex, rest[longest.endIndex] == ";",
        let character = HTMLEntityNames.all[string(longest)]
      {
        return ([character], length: longest.count + 1)
      }
      for length in stride(from: longest.count, to: 1, by: -1) {
        let name = string(longest.prefix(length))
        if HTMLEntityNames.unterminated.contains(name), let character = HTMLEntityNames.all[name] {
          return ([character], length: length)
        }
      }
      return nil
    }
  }

  /// The text with each reference that ends with a semicolon replaced once, as ftfy does.
  ///
  /// Names may also be written in capitals, which then mean the capital letter.
  static func unescapedTerminated(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    replacingReferences(in: text) { rest in
      let hash = rest.first == "#" ? 1 : 0
      let body = rest.dropFirst(hash).prefix(24).prefix {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
      }
      guard !body.isEmpty, body.endIndex < rest.endIndex, rest[body.endIndex] == ";" else {
        return nil
      }
      let length = hash + body.count + 1
      if hash == 1 {
        guard let (characters, read) = number(at: rest.dropFirst()), read == length else {
          return nil
        }
        return (characters, length: length)
      }
      let name = string(body)
      if let character = HTMLEntityNames.all[name] { return ([character], length: length) }
      let lower = name.lowercased()
      guard name == name.uppercased(), let character = HTMLEntityNames.all[lower] else {
        return nil
      }
      return (Array(character.properties.uppercaseMapping.unicodeScalars), length: length)
    }
  }

  /// What a reference means and how many characters behind its `&` it takes.
  private typealias Reference = (characters: [Unicode.Scalar], length: Int)

  private static func replacingReferences(
    in text: [Unicode.Scalar], reading reference: (ArraySlice<Unicode.Scalar>) -> Reference?
  ) -> [Unicode.Scalar] {
    guard text.contains("&") else { return text }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == "&", let found = reference(text[(index + 1)...]) {
        result += found.characters
        index += 1 + found.length
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Reads the number behind `&#`.
  private static func number(at text: ArraySlice<Unicode.Scalar>) -> Reference? {
    let isHexadecimal = text.first == "x" || text.first == "X"
    let base: UInt32 = isHexadecimal ? 16 : 10
    let body = text.dropFirst(isHexadecimal ? 1 : 0)
    var code: UInt32 = 0
    var digits = 0
    for scalar in body {
      guard scalar.isASCII, let digit = Character(scalar).hexDigitValue, digit < base else { break }
      // Held above the last code point, so that no number is too long to read.
      code = min(code * base + UInt32(digit), 0x110000)
      digits += 1
    }
    guard digits > 0 else { return nil }
    let end = body.dropFirst(digits).first == ";" ? 1 : 0
    return (characters(for: code), length: 1 + (isHexadecimal ? 1 : 0) + digits + end)
  }

  /// The character of a number: Windows' for the C1 controls, the replacement character for what is no
  /// character, nothing for controls and non-characters.
  private static func characters(for code: UInt32) -> [Unicode.Scalar] {
    switch code {
    case 0x80...0x9F: return [Windows1252.character(for: UInt8(code))]
    case 0x01...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0xFDD0...0xFDEF: return []
    case 1... where code <= 0x10FFFF && code & 0xFFFE == 0xFFFE: return []
    case 0: return ["\u{FFFD}"]
    default: return [Unicode.Scalar(code) ?? "\u{FFFD}"]
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
