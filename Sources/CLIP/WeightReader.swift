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

  /// A convolution without bias and the batch normalisation behind it, as one layer.
  ///
  /// - Throws: `CheckpointError` where a tensor cannot be read, holds NaN or infinity, or where a
  ///   variance is negative.
  func convolution(
    _ name: String, normalisedBy normalisation: String, stride: Int = 1
  ) throws(CheckpointError) -> Convolution {
    let variances = "\(normalisation).running_var"
    let variance = try tensor(variances).elements
    let negatives = variance.count { $0 < 0 }
    guard negatives == 0 else {
      throw .negativeVariance(
        file: source.file, tensor: prefix + variances, got: negatives, outOf: variance.count)
    }
    return Convolution(
      kernels: try tensor("\(name).weight"),
      normalisedBy: BatchNormalisation(
        scale: try tensor("\(normalisation).weight").elements,
        shift: try tensor("\(normalisation).bias").elements,
        mean: try tensor("\(normalisation).running_mean").elements, variance: variance),
      stride: stride)
  }
}
