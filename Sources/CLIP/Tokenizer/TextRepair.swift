internal import Foundation

/// The repairs that OpenAI's tokenizer leaves to the library ftfy (6.3, its defaults).
///
/// Line by line and until nothing changes: HTML entities, C1 controls, ligatures, character width,
/// curly quotes, terminal escapes, control characters, composition (NFC). Line breaks of every kind are
/// left to the cleaning of white space. One repair of ftfy is missing: text that was decoded with the
/// wrong encoding (`âœ”` for `✔`) stays as it is.
enum TextRepair {
  /// The text with every repair made.
  static func repaired(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var unescapes = true
    let lines = text.split(separator: "\n").map { line in
      // From the first `<` on, the text may be HTML that means its entities.
      unescapes = unescapes && !line.contains("<")
      var repaired = Array(line)
      while true {
        let next = pass(over: repaired, unescaping: unescapes)
        if next == repaired { return repaired }
        repaired = next
      }
    }
    return Array(lines.joined(separator: CollectionOfOne("\n")))
  }

  private static func pass(
    over text: [Unicode.Scalar], unescaping unescapes: Bool
  ) -> [Unicode.Scalar] {
    let unescaped = unescapes ? HTMLEntities.unescapedTerminated(text) : text
    let replaced = unescaped.flatMap(replacement(for:))
    let printable = removingTerminalEscapes(replaced).filter { !isControl($0) }
    return composed(printable)
  }

  /// What stands for one character.
  private static func replacement(for scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case ..<0x80: [scalar]
    case 0x80...0x9F: curlyQuote(Windows1252.character(for: UInt8(scalar.value)))
    case 0x02BC, 0x2018...0x201F: curlyQuote(scalar)
    case 0x3000: [" "]
    case 0xFF01...0xFFEF:
      // Full-width ASCII, half-width kana and the like have their usual form as a compatibility
      // mapping.
      Array(String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
    default: ligatures[scalar].map { Array($0.unicodeScalars) } ?? [scalar]
    }
  }

  private static func curlyQuote(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0x02BC, 0x2018...0x201B: ["'"]
    case 0x201C...0x201F: ["\""]
    default: [scalar]
    }
  }

  /// Latin letters that are two or three in one.
  private static let ligatures: [Unicode.Scalar: String] = [
    "Ĳ": "IJ", "ĳ": "ij", "ŉ": "ʼn", "Ǳ": "DZ", "ǲ": "Dz", "ǳ": "dz", "Ǆ": "DŽ", "ǅ": "Dž",
    "ǆ": "dž", "Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj", "Ǌ": "NJ", "ǋ": "Nj", "ǌ": "nj", "ﬀ": "ff",
    "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st",
  ]

  /// The text without the escape sequences that colour a terminal: ESC `[`, digits and semicolons, one
  /// letter.
  private static func removingTerminalEscapes(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == "\u{1B}", index + 1 < text.count, text[index + 1] == "[" {
        let rest = text[(index + 2)...].drop {
          $0 == ";" || $0.properties.generalCategory == .decimalNumber
        }
        if let letter = rest.first, letter.isASCII, letter.properties.isAlphabetic {
          index = rest.startIndex + 1
          continue
        }
      }
      result.append(text[index])
      index += 1
    }
    return result
  }

  /// Whether a character only controls: neither white space nor a mark that shapes its neighbours.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFC: true
    default: false
    }
  }

  /// The text in normal form C; below U+0300 there is nothing to compose.
  private static func composed(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard text.contains(where: { $0.value >= 0x300 }) else { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    // Decomposed first: Swift 6.3 leaves a Hangul syllable and a final consonant behind it apart.
    let decomposed = String(view).decomposedStringWithCanonicalMapping
    return Array(decomposed.precomposedStringWithCanonicalMapping.unicodeScalars)
  }
}
