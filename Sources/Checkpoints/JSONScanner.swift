import Foundation

/// Reads the little JSON that a safetensors header may hold, byte by byte and without recursion.
///
/// Foundation's decoder keeps one of two equal keys and gives no position, so it would let a
/// doctored header pass.
///
/// `Datasets` has a scanner of its own: that one streams half a gigabyte in pieces and passes over what it
/// does not look for, this one reads a few kilobytes to the last byte, has to find equal keys, and throws
/// errors of another kind. One for both would be generic over bytes and errors, and longer than the two.
struct JSONScanner {
  /// The file, as errors name it.
  let file: URL

  private let bytes: [UInt8]
  private var offset = 0

  /// The most members of an object; the largest checkpoints have some thousand tensors in a file.
  private static let mostMembers = 50_000

  /// The most numbers of a list, which are the extents of a tensor.
  private static let mostNumbers = 8

  init(_ bytes: [UInt8], of file: URL) {
    self.bytes = bytes
    self.file = file
  }

  /// Reads `{"key": value, …}`, asking `readValue` for each value.
  mutating func readObject(
    _ readValue: (inout JSONScanner, _ key: String) throws(CheckpointError) -> Void
  ) throws(CheckpointError) {
    var keys: Set<String> = []
    try readList(from: "{", to: "}") { scanner throws(CheckpointError) in
      let key = try scanner.readString()
      guard keys.insert(key).inserted else { throw .duplicateName(file: scanner.file, got: key) }
      guard keys.count <= Self.mostMembers else {
        throw scanner.mismatch("at most \(Self.mostMembers) names")
      }
      try scanner.readMark(":")
      try readValue(&scanner, key)
    }
  }

  /// Reads `[number, …]`, a few whole numbers from 0 on.
  mutating func readNumbers() throws(CheckpointError) -> [Int] {
    var numbers: [Int] = []
    try readList(from: "[", to: "]") { scanner throws(CheckpointError) in
      guard numbers.count < Self.mostNumbers else {
        throw scanner.mismatch("at most \(Self.mostNumbers) numbers")
      }
      numbers.append(try scanner.readNumber())
    }
    return numbers
  }

  /// Reads a string in quotes.
  mutating func readString() throws(CheckpointError) -> String {
    try readMark("\"")
    let start = offset
    var text: [UInt8] = []
    while true {
      guard offset < bytes.count else { throw mismatch("a closing quote") }
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          offset = start
          throw mismatch("a string in UTF-8")
        }
        offset += 1
        return string
      case UInt8(ascii: "\\"):
        offset += 1
        text.append(contentsOf: String(try readEscape()).utf8)
      case 0..<0x20:
        throw mismatch("no control character in a string")
      default:
        let run = bytes[offset...].prefix {
          $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20
        }
        text += run
        offset = run.endIndex
      }
    }
  }

  /// Expects nothing but white space up to the end.
  mutating func readEnd() throws(CheckpointError) {
    skipWhitespace()
    guard offset == bytes.count else { throw mismatch("the end of the header") }
  }

  /// An error at the current position.
  func mismatch(_ expected: String) -> CheckpointError {
    let got =
      switch offset < bytes.count ? bytes[offset] : nil {
      case nil: "the end of the header"
      case .some(let byte) where (0x21..<0x7F).contains(byte):
        "'\(Unicode.Scalar(byte))'"
      case .some(let byte): "byte \(byte)"
      }
    return .malformedHeader(file: file, offset: offset, got: got, expected: expected)
  }

  private mutating func readList(
    from opening: Unicode.Scalar, to closing: Unicode.Scalar,
    _ readElement: (inout JSONScanner) throws(CheckpointError) -> Void
  ) throws(CheckpointError) {
    try readMark(opening)
    guard !skipMark(closing) else { return }
    repeat { try readElement(&self) } while skipMark(",")
    guard skipMark(closing) else { throw mismatch("',' or '\(closing)'") }
  }

  private mutating func readNumber() throws(CheckpointError) -> Int {
    skipWhitespace()
    let start = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      offset += 1
    }
    let digits = bytes[start..<offset]
    guard let number = Int(String(decoding: digits, as: UTF8.self)),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else {
      offset = start
      throw mismatch("a whole number below 2^63")
    }
    return number
  }

  private mutating func readEscape() throws(CheckpointError) -> Unicode.Scalar {
    guard offset < bytes.count else { throw mismatch("an escape") }
    if let scalar = Self.escapes[bytes[offset]] {
      offset += 1
      return scalar
    }
    var units = [try readUnicodeEscape()]
    if UTF16.isLeadSurrogate(units[0]) {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\\") else {
        throw mismatch("the second half of a surrogate pair")
      }
      offset += 1
      units.append(try readUnicodeEscape())
    }
    guard let text = String(validating: units, as: UTF16.self),
      let scalar = text.unicodeScalars.first
    else { throw mismatch("a surrogate pair before") }
    return scalar
  }

  /// Reads `uXXXX`.
  private mutating func readUnicodeEscape() throws(CheckpointError) -> UInt16 {
    let digits = bytes[min(offset + 1, bytes.count)..<min(offset + 5, bytes.count)]
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "u"), digits.count == 4,
      digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw mismatch("an escape such as \\n or \\u00E9") }
    offset += 5
    return unit
  }

  private mutating func readMark(_ mark: Unicode.Scalar) throws(CheckpointError) {
    guard skipMark(mark) else { throw mismatch("'\(mark)'") }
  }

  private mutating func skipMark(_ mark: Unicode.Scalar) -> Bool {
    skipWhitespace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func skipWhitespace() {
    while offset < bytes.count,
      bytes[offset] == 0x20 || bytes[offset] == 0x09 || bytes[offset] == 0x0A
        || bytes[offset] == 0x0D
    { offset += 1 }
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]
}
