extension TensorDataType {
  /// The formats whose every value is exact in Float32.
  static let floatingPoint: [TensorDataType] = [.float16, .bfloat16, .float32]

  /// The formats of whole numbers that are read.
  static let integers: [TensorDataType] = [.int32, .int64]
}
