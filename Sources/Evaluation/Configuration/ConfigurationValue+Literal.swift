extension ConfigurationValue.Content {
  /// The value that a word without quotation marks has in JSON: `true`, `false`, `null` or a number.
  init?(jsonLiteral word: String) {
    switch word {
    case "null": self = .null
    case "true": self = .boolean(true)
    case "false": self = .boolean(false)
    default:
      guard Self.isNumber(word) else { return nil }
      self = .number(word)
    }
  }

  /// Whether a word is a number as JSON spells it: no leading zeros, no `+`, digits on both sides of
  /// the point.
  private static func isNumber(_ word: String) -> Bool {
    var rest = Substring(word)
    if rest.first == "-" { rest.removeFirst() }
    let whole = removeDigits(from: &rest)
    guard whole == 1 || (whole > 1 && word.drop { $0 == "-" }.first != "0") else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard removeDigits(from: &rest) > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      guard removeDigits(from: &rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func removeDigits(from text: inout Substring) -> Int {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    text = text.dropFirst(digits.count)
    return digits.count
  }

  /// The value as JSON writes it, for listings of defaults; `nil` for an object.
  var literal: String? {
    switch self {
    case .null: "null"
    case .boolean(let flag): String(flag)
    case .number(let spelling): spelling
    case .text(let text): "\"\(text)\""
    case .list(let elements):
      "[" + elements.compactMap(\.content.literal).joined(separator: ", ") + "]"
    case .object: nil
    }
  }
}
