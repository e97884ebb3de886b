import Checkpoints
import Foundation

extension FuzzedInput {
  /// Opens the input as a PyTorch file and reads its tensors.
  func readPyTorchFile() {
    let file = reading(within: allowance) { () throws(CheckpointError) in
      try PyTorchFile(contents, of: Self.file)
    }
    if let file { readTensors(of: file, named: file.tensorNames) }
  }

  /// Reads tensors one after another, and ends the program where one is not what was promised.
  ///
  /// Reading makes single precision of half, so that a tensor may take twice the file; shared storages
  /// make as many tensors of a small file as its pickle names, so only the first are read.
  func readTensors(of source: some TensorSource, named names: [String]) {
    for name in names.prefix(64) {
      guard let description = source.descriptions[name] else {
        preconditionFailure("'\(name)' is named and not described")
      }
      let count = description.shape.reduce(1, *)
      let tensor = reading(within: 2 * contents.count + 64 << 20) { () throws(CheckpointError) in
        try source.tensor(named: name)
      }
      precondition(tensor == nil || tensor?.elements.count == count, "\(description)")
      let integers = reading(within: 2 * contents.count + 64 << 20) {
        () throws(CheckpointError) in try source.integers(named: name)
      }
      precondition(integers == nil || integers?.count == count, "\(description)")
    }
  }
}
