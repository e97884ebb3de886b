import Checkpoints
import Tensors

/// Reads the learned parameters of layers, each checked to be finite.
struct WeightReader {
  let source: any TensorSource

  /// What stands in front of every name, up to and with its dot.
  var prefix = ""

  /// The reader of the names that begin further down.
  func at(_ path: String) -> WeightReader {
    WeightReader(source: source, prefix: "\(prefix)\(path).")
  }

  /// One tensor of weights.
  func tensor(_ name: String) throws(CheckpointError) -> Tensor {
    try source.finiteTensor(named: prefix + name)
  }

  /// The scale and shift of a layer normalisation.
  func layerNormalisation(_ name: String) throws(CheckpointError) -> LayerNormalisation {
    LayerNormalisation(
      scale: try tensor("\(name).weight").elements, shift: try tensor("\(name).bias").elements)
  }

  /// The weight and bias of a linear layer; `separator` stands in front of "weight" and "bias".
  func linear(_ name: String, separator: String = ".") throws(CheckpointError) -> Linear {
    Linear(
      weight: try tensor("\(name)\(separator)weight"),
      bias: try tensor("\(name)\(separator)bias").elements)
  }
}
