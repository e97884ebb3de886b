/// The extra field that holds the numbers too large for a zip header's 32 bits.
enum Zip64Field {
  private static let identifier: UInt16 = 1

  /// Replaces each number that is filled with ones by the next number of the extra field.
  ///
  /// - Returns: The numbers, or `nil` where the field does not hold as many as are asked for.
  static func resolve(_ narrow: [UInt32], from extra: ByteRecord) -> [UInt64]? {
    guard narrow.contains(.max) else { return narrow.map(UInt64.init) }
    guard var wide = field(in: extra) else { return nil }
    var numbers: [UInt64] = []
    for number in narrow {
      if number != .max {
        numbers.append(UInt64(number))
      } else if wide.count >= 8 {
        numbers.append(ByteRecord(bytes: Array(wide.prefix(8))).field(at: 0))
        wide = wide.dropFirst(8)
      } else {
        return nil
      }
    }
    return numbers
  }

  private static func field(in extra: ByteRecord) -> ArraySlice<UInt8>? {
    var offset = 0
    while offset + 4 <= extra.bytes.count {
      let end = offset + 4 + Int(extra.field(at: offset + 2) as UInt16)
      guard end <= extra.bytes.count else { return nil }
      if extra.field(at: offset) == identifier { return extra.bytes[(offset + 4)..<end] }
      offset = end
    }
    return nil
  }
}
