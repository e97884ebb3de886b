import Checkpoints
import Foundation
import Tensors

/// A checkpoint with some tensors taken away, replaced or added.
struct EditedSource: TensorSource {
  enum Edit {
    case removed
    case replaced(Tensor)
    case number(Int)
  }

  let base: any TensorSource
  let edits: [String: Edit]

  init(_ base: any TensorSource, edits: [String: Edit] = [:]) {
    self.base = base
    self.edits = edits
  }

  var file: URL { base.file }

  var descriptions: [String: TensorDescription] {
    var descriptions = base.descriptions
    for (name, edit) in edits {
      switch edit {
      case .removed: descriptions[name] = nil
      case .replaced(let tensor):
        descriptions[name] = TensorDescription(dataType: .float32, shape: tensor.shape)
      case .number: descriptions[name] = TensorDescription(dataType: .int64, shape: [])
      }
    }
    return descriptions
  }

  func tensor(named name: String) throws(CheckpointError) -> Tensor {
    switch edits[name] {
    case nil: return try base.tensor(named: name)
    case .replaced(let tensor): return tensor
    case .removed: throw .missingTensor(file: file, expected: name)
    case .number:
      throw .unsuitableDataType(file: file, tensor: name, got: .int64, expected: [.float32])
    }
  }

  func integers(named name: String) throws(CheckpointError) -> [Int] {
    switch edits[name] {
    case nil: return try base.integers(named: name)
    case .number(let number): return [number]
    case .removed: throw .missingTensor(file: file, expected: name)
    case .replaced:
      throw .unsuitableDataType(file: file, tensor: name, got: .float32, expected: [.int64])
    }
  }
}

extension EditedSource.Edit {
  /// Zeros of another shape.
  static func zeros(_ shape: [Int]) -> Self { .replaced(Tensor(zeros: shape)) }
}
