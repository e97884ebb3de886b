extension JSONScanner {
  /// Reads `{"key": value, …}`, asking for each value by its key.
  ///
  /// - Parameter readValue: Reads the value, or passes over it with ``skipValue()``.
  /// - Throws: ``DatasetError`` where there is no object, or what `readValue` throws.
  mutating func readObject(
    _ readValue: (inout JSONScanner, _ key: String) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    try readList(from: "{", to: "}") { scanner throws(DatasetError) in
      let key = try scanner.readString()
      try scanner.readMark(":")
      try readValue(&scanner, key)
    }
  }

  /// Reads `[value, …]`, asking for each value.
  mutating func readArray(
    _ readElement: (inout JSONScanner) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    try readList(from: "[", to: "]", readElement)
  }

  private mutating func readList(
    from opening: Unicode.Scalar, to closing: Unicode.Scalar,
    _ readElement: (inout JSONScanner) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    try readMark(opening)
    guard try !skipMark(closing) else { return }
    repeat { try readElement(&self) } while try skipMark(",")
    guard try skipMark(closing) else { throw try mismatch("',' or '\(closing)'") }
  }
}
