import Foundation

/// Reads the few literals of Python's that the header of an array has: a dictionary of strings, truth
/// values and tuples of whole numbers.
struct PythonLiteralReader {
  private let bytes: [UInt8]
  private let start: Int
  private let file: URL
  private var offset = 0

  /// The most numbers of a tuple, which are the extents of an array.
  private static let mostNumbers = 8

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where it begins in the file, for errors.
  ///   - file: The file, as errors name it.
  init(_ bytes: [UInt8], from start: Int, in file: URL) {
    self.bytes = bytes
    self.start = start
    self.file = file
  }

  /// Reads `{'key': value, …}` up to the end of the text, asking `readValue` for each value.
  mutating func readDictionary(
    _ readValue: (inout PythonLiteralReader, _ key: String) throws(CheckpointError) -> Void
  ) throws(CheckpointError) {
    var keys: Set<String> = []
    try readMark("{")
    while !skipMark("}") {
      let key = try readString()
      guard keys.insert(key).inserted else { throw .duplicateName(file: file, got: key) }
      try readMark(":")
      try readValue(&self, key)
      if skipMark("}") { break }
      try readMark(",")
    }
    skipSpace()
    guard offset == bytes.count else { throw mismatch("the end of the header") }
  }

  /// Reads a string without escapes, in either kind of quotes.
  mutating func readString() throws(CheckpointError) -> String {
    skipSpace()
    guard let quote = current, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw mismatch("a string")
    }
    let text = bytes[(offset + 1)...].prefix { $0 != quote }
    guard text.endIndex < bytes.count, text.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
      throw mismatch("a string of printable ASCII in quotes")
    }
    offset = text.endIndex + 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads `True` or `False`.
  mutating func readBoolean() throws(CheckpointError) -> Bool {
    skipSpace()
    for (word, value) in [("True", true), ("False", false)]
    where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return value
    }
    throw mismatch("True or False")
  }

  /// Reads `(number, …)`, whole numbers from 0 on.
  mutating func readTuple() throws(CheckpointError) -> [Int] {
    var numbers: [Int] = []
    try readMark("(")
    while !skipMark(")") {
      guard numbers.count < Self.mostNumbers else {
        throw mismatch("at most \(Self.mostNumbers) numbers")
      }
      skipSpace()
      let digits = bytes[offset...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else {
        throw mismatch("a whole number below 2^63")
      }
      offset = digits.endIndex
      numbers.append(number)
      if skipMark(")") { break }
      try readMark(",")
    }
    return numbers
  }

  /// An error at the current position.
  func mismatch(_ expected: String) -> CheckpointError {
    let got =
      switch current {
      case nil: "the end of the header"
      case let byte? where (0x21..<0x7F).contains(byte): "'\(Unicode.Scalar(byte))'"
      case let byte?: "byte \(byte)"
      }
    return .malformedHeader(file: file, offset: start + offset, got: got, expected: expected)
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func readMark(_ mark: Unicode.Scalar) throws(CheckpointError) {
    guard skipMark(mark) else { throw mismatch("'\(mark)'") }
  }

  private mutating func skipMark(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard current == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A { offset += 1 }
  }
}
