/// The order of the bytes of a number in a MAT-file, which is that of the machine that wrote it.
enum MATLABByteOrder {
  case littleEndian
  case bigEndian

  /// The number that some bytes make.
  ///
  /// - Precondition: there are at most eight, and they lie within `bytes`.
  func number(at offset: Int, width: Int, in bytes: Span<UInt8>) -> UInt64 {
    var number: UInt64 = 0
    switch self {
    case .littleEndian:
      for index in 0..<width { number |= UInt64(bytes[offset + index]) << UInt64(8 * index) }
    case .bigEndian:
      for index in 0..<width { number = number << 8 | UInt64(bytes[offset + index]) }
    }
    return number
  }
}
