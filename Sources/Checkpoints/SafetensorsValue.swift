import Foundation
public import Tensors

/// A tensor as a safetensors file is to store it.
public enum SafetensorsValue: Sendable, Equatable {
  /// Single precision (F32).
  case float32(Tensor)

  /// Half precision (F16), rounded to the nearest.
  case float16(Tensor)

  /// Signed 32-bit integers (I32), row-major.
  case int32(shape: [Int], values: [Int32])

  /// Signed 64-bit integers (I64), row-major.
  case int64(shape: [Int], values: [Int64])

  /// The stored number format and the shape.
  public var description: TensorDescription {
    switch self {
    case .float32(let tensor): TensorDescription(dataType: .float32, shape: tensor.shape)
    case .float16(let tensor): TensorDescription(dataType: .float16, shape: tensor.shape)
    case .int32(let shape, _): TensorDescription(dataType: .int32, shape: shape)
    case .int64(let shape, _): TensorDescription(dataType: .int64, shape: shape)
    }
  }

  /// The values as the file stores them.
  var bytes: Data {
    switch self {
    case .float32(let tensor): tensor.elements.singlePrecisionData
    case .float16(let tensor): tensor.elements.halfPrecisionData
    case .int32(_, let values): values.littleEndianData
    case .int64(_, let values): values.littleEndianData
    }
  }
}
