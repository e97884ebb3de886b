extension [UInt8] {
  /// The number that begins at `offset`, least significant byte first.
  ///
  /// - Precondition: the number lies within the array.
  func number<Number: FixedWidthInteger & UnsignedInteger>(at offset: Int) -> Number {
    let width = Number.bitWidth / 8
    precondition(
      offset >= 0 && offset <= count - width,
      "A number of \(width) bytes at \(offset) lies outside of \(count) bytes")
    var number: UInt64 = 0
    for place in 0..<width { number |= UInt64(self[offset + place]) << UInt64(8 * place) }
    return Number(truncatingIfNeeded: number)
  }
}
