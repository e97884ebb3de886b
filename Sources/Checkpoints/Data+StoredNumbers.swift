import Foundation

extension Data {
  /// The data as floating-point numbers of a stored format, exact in Float32, or `nil` for formats
  /// that do not fit it.
  func floats(storedAs dataType: TensorDataType) -> [Float]? {
    switch dataType {
    case .float32: littleEndianValues { Float(bitPattern: $0) }
    case .float16: littleEndianValues { Float(Float16(bitPattern: $0)) }
    case .bfloat16:
      littleEndianValues { (upperHalf: UInt16) in Float(bitPattern: UInt32(upperHalf) << 16) }
    default: nil
    }
  }

  /// The data as whole numbers of a stored format, or `nil` for formats other than I32 and I64.
  func integers(storedAs dataType: TensorDataType) -> [Int]? {
    switch dataType {
    case .int32: littleEndianValues { (value: Int32) in Int(value) }
    case .int64: littleEndianValues { (value: Int64) in Int(value) }
    default: nil
    }
  }
}

extension TensorDataType {
  /// The formats whose every value is exact in Float32.
  static let floatingPoint: [TensorDataType] = [.float16, .bfloat16, .float32]

  /// The formats of whole numbers that are read.
  static let integers: [TensorDataType] = [.int32, .int64]
}
