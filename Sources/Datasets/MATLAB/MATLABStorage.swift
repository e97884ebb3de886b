/// How the numbers of an element are stored, with its code in the file.
///
/// It need not be the class of the array: MATLAB narrows an array of doubles that are all small whole
/// numbers to bytes.
enum MATLABStorage: UInt32 {
  case int8 = 1
  case uint8 = 2
  case int16 = 3
  case uint16 = 4
  case int32 = 5
  case uint32 = 6
  case single = 7
  case double = 9
  case int64 = 12
  case uint64 = 13

  /// The bytes of a number.
  var width: Int {
    switch self {
    case .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .single: 4
    case .double, .int64, .uint64: 8
    }
  }

  /// A number; exact for every label, while of larger 64-bit numbers only the size is right.
  func number(at offset: Int, in bytes: Span<UInt8>, order: MATLABByteOrder) -> Double {
    let bits = order.number(at: offset, width: width, in: bytes)
    return switch self {
    case .uint8, .uint16, .uint32, .uint64: Double(bits)
    case .int8: Double(Int8(truncatingIfNeeded: bits))
    case .int16: Double(Int16(truncatingIfNeeded: bits))
    case .int32: Double(Int32(truncatingIfNeeded: bits))
    case .int64: Double(Int64(bitPattern: bits))
    case .single: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .double: Double(bitPattern: bits)
    }
  }
}
