public import Checkpoints
public import Tensors

/// A CLIP model: an image encoder and a text encoder that share one space of features
/// (Radford et al., arXiv 2103.00020).
public struct CLIPModel: Sendable {
  /// What was told of the checkpoint before it was loaded, with reasons.
  public let inspection: CheckpointInspection

  /// The image encoder.
  public let vision: any VisionTower

  /// The text encoder.
  public let text: TextTransformer

  /// Loads a model from a checkpoint by OpenAI's names.
  ///
  /// - Parameters:
  ///   - source: The checkpoint.
  ///   - multiplier: What multiplies the matrices.
  ///   - heads: The numbers of attention heads, where they are to be others than ``HeadChoice`` tells.
  ///   - activation: The activation of both towers, where it is to be another than
  ///     ``ActivationChoice`` tells.
  /// - Throws: ``CLIPError`` where the tensors are not those of a CLIP model, and `CheckpointError`
  ///   where one cannot be read or holds a weight that is NaN or infinite.
  public init(
    source: any TensorSource, multiplier: any MatrixMultiplier, heads: HeadCounts = HeadCounts(),
    activation: Activation? = nil
  ) throws {
    inspection = try CheckpointInspection(of: source, heads: heads, activation: activation)
    let activations = try inspection.activations.get()
    let weights = WeightReader(source: source)
    vision =
      switch inspection.architecture.vision {
      case .transformer(let architecture):
        try VisionTransformer(
          architecture, activation: (activations.vision ?? activations.text).activation,
          weights: weights, multiplier: multiplier)
      case .resNet(let architecture):
        try ModifiedResNet(architecture, weights: weights, multiplier: multiplier)
      }
    text = try TextTransformer(
      inspection.architecture.text, activation: activations.text.activation, weights: weights,
      multiplier: multiplier)
    // Nothing here turns cosines into probabilities, yet a damaged file is a damaged file.
    _ = try weights.tensor("logit_scale")
  }

  /// The extents that the checkpoint's shapes told.
  public var architecture: CLIPArchitecture { inspection.architecture }

  /// The number of features that images and texts share.
  public var embeddingWidth: Int { architecture.embeddingWidth }
}
