extension JSONScanner {
  /// Reads a string in quotes.
  mutating func readString() throws(DatasetError) -> String {
    try readMark("\"")
    let start = offset
    var text = try take(to: Self.endsCharacters)
    while true {
      switch try peek() {
      case UInt8(ascii: "\""):
        guard let string = Self.string(text) else {
          throw fault(got: "other bytes", expected: "a string in UTF-8", at: start)
        }
        skipByte()
        return string
      case UInt8(ascii: "\\"):
        skipByte()
        text += Array(String(try readEscape()).utf8)
        text += try take(to: Self.endsCharacters)
      case nil:
        throw try mismatch("a closing quote")
      default:
        throw try mismatch("no control character in a string")
      }
    }
  }

  /// Reads a whole number.
  mutating func readInteger() throws(DatasetError) -> Int {
    try skipWhitespace()
    let isNegative = try peek() == UInt8(ascii: "-")
    if isNegative { skipByte() }
    let start = offset
    var number = 0
    while let byte = try peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      guard offset - start < 18, number > 0 || offset == start else {
        throw try mismatch("a whole number of at most 18 digits, without leading zeros")
      }
      number = 10 * number + Int(byte & 0x0F)
      skipByte()
    }
    guard offset > start, try peek().map({ !Self.belongsToNumber($0) }) ?? true else {
      throw try mismatch("a whole number")
    }
    return isNegative ? -number : number
  }

  /// Reads a number, rounded to the nearest of 64 bits.
  mutating func readNumber() throws(DatasetError) -> Double {
    let (text, start) = try readNumberText()
    guard let number = Double(text), number.isFinite else {
      throw fault(got: text, expected: "a number that fits 64 bits", at: start)
    }
    return number
  }

  /// Reads the characters of a number.
  private mutating func readNumberText() throws(DatasetError) -> (text: String, start: Int) {
    try skipWhitespace()
    let start = offset
    let characters = try take { !Self.belongsToNumber($0) }
    let text = String(decoding: characters, as: UTF8.self)
    guard Self.isNumber(characters) else {
      guard !text.isEmpty else { throw try mismatch("a number") }
      throw fault(got: text, expected: "a number as JSON writes it", at: start)
    }
    return (text, start)
  }

  /// Whether characters are a number as JSON writes it: no sign but `-`, no leading zeros, digits on both
  /// sides of a point.
  private static func isNumber(_ characters: ArraySlice<UInt8>) -> Bool {
    var rest = characters
    func skipDigits() -> Bool {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      return !digits.isEmpty
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    if rest.first == UInt8(ascii: "0") {
      rest.removeFirst()
    } else if !skipDigits() {
      return false
    }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard skipDigits() else { return false }
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest.removeFirst()
      }
      guard skipDigits() else { return false }
    }
    return rest.isEmpty
  }

  /// Reads what follows a backslash.
  private mutating func readEscape() throws(DatasetError) -> Unicode.Scalar {
    if let byte = try peek(), let scalar = Self.escapes[byte] {
      skipByte()
      return scalar
    }
    var units = [try readUnicodeEscape()]
    if UTF16.isLeadSurrogate(units[0]) {
      guard try peek() == UInt8(ascii: "\\") else {
        throw try mismatch("the second half of a surrogate pair")
      }
      skipByte()
      units.append(try readUnicodeEscape())
    }
    guard let scalar = String(validating: units, as: UTF16.self)?.unicodeScalars.first else {
      throw try mismatch("a surrogate pair before")
    }
    return scalar
  }

  /// Reads `uXXXX`.
  private mutating func readUnicodeEscape() throws(DatasetError) -> UInt16 {
    guard try peek() == UInt8(ascii: "u") else {
      throw try mismatch("an escape such as \\n or \\u00E9")
    }
    skipByte()
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw try mismatch("a hexadecimal digit")
      }
      unit = unit << 4 | UInt16(digit)
      skipByte()
    }
    return unit
  }

  /// The text of bytes in UTF-8, or `nil` where they are none.
  private static func string(_ text: ArraySlice<UInt8>) -> String? {
    // Decoding mends bad bytes, so it is for ASCII; there it takes a fraction of the other's time.
    text.allSatisfy { $0 < 0x80 }
      ? String(decoding: text, as: UTF8.self) : String(validating: text, as: UTF8.self)
  }

  /// Whether a byte of a string is no part of a character that stands for itself.
  private static func endsCharacters(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
  }

  private static func belongsToNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "E"), UInt8(ascii: "e"):
      true
    default: false
    }
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]
}
