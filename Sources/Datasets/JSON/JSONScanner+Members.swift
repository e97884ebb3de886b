extension JSONScanner {
  /// Reads the whole number of a key, which an object may state once.
  mutating func readInteger(_ key: String, into place: inout Int?) throws(DatasetError) {
    try expectFirst(key, place == nil)
    place = try readInteger()
  }

  /// Reads the list of whole numbers of a key, which an object may state once.
  mutating func readIntegers(_ key: String, into place: inout [Int]?) throws(DatasetError) {
    try expectFirst(key, place == nil)
    var numbers: [Int] = []
    try readArray { scanner throws(DatasetError) in numbers.append(try scanner.readInteger()) }
    place = numbers
  }

  /// Reads the string of a key, which an object may state once.
  mutating func readString(_ key: String, into place: inout String?) throws(DatasetError) {
    try expectFirst(key, place == nil)
    place = try readString()
  }

  /// What an object stated for a key.
  ///
  /// - Parameters:
  ///   - value: The value, or `nil`.
  ///   - key: The key.
  ///   - start: Where the object begins.
  /// - Returns: The value.
  /// - Throws: ``DatasetError`` where the object did not state the key.
  func require<Value>(
    _ value: Value?, _ key: String, from start: Int
  ) throws(DatasetError) -> Value {
    guard let value else {
      throw fault(got: "no `\(key)`", expected: "one in every such entry", at: start)
    }
    return value
  }

  private func expectFirst(_ key: String, _ isFirst: Bool) throws(DatasetError) {
    guard isFirst else { throw fault(got: "a second `\(key)`", expected: "one") }
  }
}
