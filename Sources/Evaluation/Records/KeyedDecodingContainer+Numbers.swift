extension KeyedDecodingContainer {
  /// Reads a list of whole numbers, each as what it is.
  ///
  /// The way through `[Int64].self` asks every number to decode itself, with a decoder of its own: measured
  /// on records of maps, it takes three times as long.
  func integers(forKey key: Key) throws -> [Int64] {
    var list = try nestedUnkeyedContainer(forKey: key)
    return try list.integers()
  }

  /// Reads a list of lists of whole numbers.
  func integerLists(forKey key: Key) throws -> [[Int64]] {
    var lists = try nestedUnkeyedContainer(forKey: key)
    var result: [[Int64]] = []
    result.reserveCapacity(lists.count ?? 0)
    while !lists.isAtEnd {
      var list = try lists.nestedUnkeyedContainer()
      result.append(try list.integers())
    }
    return result
  }

  /// Reads a list of numbers in single precision; see ``integers(forKey:)``.
  func floats(forKey key: Key) throws -> [Float] {
    var list = try nestedUnkeyedContainer(forKey: key)
    var numbers: [Float] = []
    numbers.reserveCapacity(list.count ?? 0)
    while !list.isAtEnd { numbers.append(try list.decode(Float.self)) }
    return numbers
  }
}

extension UnkeyedDecodingContainer {
  /// The rest of the list, which holds whole numbers.
  fileprivate mutating func integers() throws -> [Int64] {
    var numbers: [Int64] = []
    numbers.reserveCapacity(count ?? 0)
    while !isAtEnd { numbers.append(try decode(Int64.self)) }
    return numbers
  }
}
