extension JSONScanner {
  /// Passes over a value without looking into it, save for where it ends: brackets must match and
  /// strings must end.
  ///
  /// - Returns: Where the value lies in the file.
  /// - Throws: ``DatasetError`` where it does not end, or holds more levels than ``depthLimit``.
  @discardableResult
  mutating func skipValue() throws(DatasetError) -> Range<Int> {
    try skipWhitespace()
    let start = offset
    switch try peek() {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "["), UInt8(ascii: "{"): try skipContainer()
    default: try skipScalar()
    }
    return start..<offset
  }

  private mutating func skipContainer() throws(DatasetError) {
    // The closing brackets that are awaited, the innermost last.
    var awaited: [UInt8] = []
    repeat {
      guard let byte = try skip(to: Self.isStructure) else {
        throw try mismatch("'\(Unicode.Scalar(awaited.last ?? 0))'")
      }
      switch byte {
      case UInt8(ascii: "\""):
        try skipString()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard awaited.count < Self.depthLimit else {
          throw fault(
            got: "more than \(Self.depthLimit) levels of brackets", expected: "annotations")
        }
        // In ASCII a bracket's counterpart lies two behind it.
        awaited.append(byte + 2)
        skipByte()
      default:
        guard awaited.last == byte else {
          throw try mismatch("'\(Unicode.Scalar(awaited.last ?? 0))'")
        }
        awaited.removeLast()
        skipByte()
      }
    } while !awaited.isEmpty
  }

  private mutating func skipString() throws(DatasetError) {
    skipByte()
    while let byte = try skip(to: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      skipByte()
      if byte == UInt8(ascii: "\"") { return }
      guard try peek() != nil else { break }
      skipByte()
    }
    throw try mismatch("a closing quote")
  }

  private mutating func skipScalar() throws(DatasetError) {
    let start = offset
    _ = try skip { !Self.isScalar($0) }
    guard offset > start else { throw try mismatch("a value") }
  }

  /// Whether a byte is a bracket or begins a string.
  private static func isStructure(_ byte: UInt8) -> Bool {
    // In ASCII `{` and `[` differ in one bit only, and so do `}` and `]`.
    let bracket = byte | 0x20
    return bracket == UInt8(ascii: "{") || bracket == UInt8(ascii: "}")
      || byte == UInt8(ascii: "\"")
  }

  /// Whether a byte is one of those of numbers, `true`, `false` and `null`.
  private static func isScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "E"), UInt8(ascii: "a")...UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
