/// What follows an operation in the pickle's bytes.
extension PickleMachine {
  mutating func readByte() throws(CheckpointError) -> UInt8 {
    try readNumber()
  }

  /// Reads a number, least significant byte first.
  mutating func readNumber<Number: FixedWidthInteger & UnsignedInteger>()
    throws(CheckpointError) -> Number
  {
    let start = offset
    _ = try readBytes(Number.bitWidth / 8)
    return bytes.number(at: start)
  }

  /// Reads a Float64, which pickles store most significant byte first.
  mutating func readFloat() throws(CheckpointError) -> Double {
    Double(bitPattern: (try readNumber() as UInt64).byteSwapped)
  }

  /// Reads a number in two's complement whose length stands in front of it.
  mutating func readLong() throws(CheckpointError) -> Int {
    let count = Int(try readByte())
    let digits = try readBytes(count)
    guard count <= 8 else { throw refusal(.numberTooLarge(byteCount: count)) }
    let isNegative = (digits.last ?? 0) >= 0x80
    return digits.reversed().reduce(isNegative ? -1 : 0) { $0 << 8 | Int($1) }
  }

  mutating func readText() throws(CheckpointError) -> String {
    let count: UInt32 = try readNumber()
    guard let text = String(validating: try readBytes(Int(count)), as: UTF8.self) else {
      throw refusal(.malformedText)
    }
    return text
  }

  /// Reads a module's and a member's name, a line each.
  mutating func readGlobal() throws(CheckpointError) -> PickleGlobal {
    let module = try readLine()
    let name = "\(module).\(try readLine())"
    guard let global = PickleGlobal(name) else { throw refusal(.refusedGlobal(name)) }
    return global
  }

  private mutating func readLine() throws(CheckpointError) -> String {
    let longest = 1000
    let rest = bytes[offset...].prefix(longest + 1)
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      throw refusal(
        rest.count > longest
          ? .exceedsLimit(of: "characters in a name", expected: longest) : .endsEarly)
    }
    guard let line = String(validating: bytes[offset..<end], as: UTF8.self) else {
      throw refusal(.malformedText)
    }
    offset = end + 1
    return line
  }

  private mutating func readBytes(_ count: Int) throws(CheckpointError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw refusal(.endsEarly) }
    defer { offset += count }
    return bytes[offset..<(offset + count)]
  }
}
