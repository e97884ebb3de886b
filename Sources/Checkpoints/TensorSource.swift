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
}
