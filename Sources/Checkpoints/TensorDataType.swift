/// The number format in which a checkpoint stores a tensor; raw values are safetensors' names.
public enum TensorDataType: String, Sendable, CaseIterable {
  /// One byte a value, 0 or 1.
  case boolean = "BOOL"

  /// Unsigned 8-bit integers.
  case uint8 = "U8"

  /// Signed 8-bit integers.
  case int8 = "I8"

  /// Unsigned 16-bit integers.
  case uint16 = "U16"

  /// Signed 16-bit integers.
  case int16 = "I16"

  /// Unsigned 32-bit integers.
  case uint32 = "U32"

  /// Signed 32-bit integers.
  case int32 = "I32"

  /// Unsigned 64-bit integers.
  case uint64 = "U64"

  /// Signed 64-bit integers.
  case int64 = "I64"

  /// IEEE 754 half precision.
  case float16 = "F16"

  /// The upper half of a single-precision number.
  case bfloat16 = "BF16"

  /// IEEE 754 single precision.
  case float32 = "F32"

  /// IEEE 754 double precision.
  case float64 = "F64"

  /// The number of bytes of one value.
  public var byteCount: Int {
    switch self {
    case .boolean, .uint8, .int8: 1
    case .uint16, .int16, .float16, .bfloat16: 2
    case .uint32, .int32, .float32: 4
    case .uint64, .int64, .float64: 8
    }
  }
}
