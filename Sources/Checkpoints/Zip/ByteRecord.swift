import Foundation

/// A few bytes of a file, read as unsigned little-endian fields at known places.
struct ByteRecord {
  /// The bytes; the first field lies at offset 0.
  let bytes: [UInt8]

  /// The field that begins at `offset`.
  ///
  /// - Precondition: the field lies within the record.
  func field<Number: FixedWidthInteger & UnsignedInteger>(at offset: Int) -> Number {
    bytes.number(at: offset)
  }
}

extension Data {
  /// Copies `count` bytes from `offset` on, or nothing where they do not all lie within the data.
  func record(at offset: Int, count: Int) -> ByteRecord? {
    guard offset >= 0, count >= 0, offset <= self.count - count else { return nil }
    return ByteRecord(bytes: Array(slice(offset..<(offset + count))))
  }

  /// A part of the data, without a copy; the range counts from the data's own beginning.
  func slice(_ range: Range<Int>) -> Data {
    self[(startIndex + range.lowerBound)..<(startIndex + range.upperBound)]
  }
}
