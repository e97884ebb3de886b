public import Foundation
public import Tensors

/// A file of named tensors, whatever its format.
public protocol TensorSource: Sendable {
  /// The file, as errors name it.
  var file: URL { get }

  /// Every tensor's stored format and shape by name.
  var descriptions: [String: TensorDescription] { get }

  /// Reads one tensor of weights as Float32.
  ///
  /// - Throws: ``CheckpointError/missingTensor(file:expected:)`` or
  ///   ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` where the tensor does not
  ///   hold floating-point numbers of at most 32 bits.
  func tensor(named name: String) throws(CheckpointError) -> Tensor

  /// Reads one tensor of whole numbers, such as `context_length`, in row-major order.
  ///
  /// - Throws: ``CheckpointError/missingTensor(file:expected:)`` or
  ///   ``CheckpointError/unsuitableDataType(file:tensor:got:expected:)`` where the tensor does not
  ///   hold integers of 32 or 64 bits.
  func integers(named name: String) throws(CheckpointError) -> [Int]

  /// The checkpoint by the file's own names: itself, unless it is a view by other names.
  var original: any TensorSource { get }
}

extension TensorSource {
  /// The checkpoint itself.
  public var original: any TensorSource { self }
}
