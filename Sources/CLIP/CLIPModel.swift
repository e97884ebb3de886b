public import Checkpoints
public import Tensors

/// A CLIP model: an image encoder and a text encoder that share one space of features
/// (Radford et al., arXiv 2103.00020).
public struct CLIPModel: Sendable {
  /// The extents that the checkpoint's shapes told.
  public let architecture: CLIPArchitecture

  /// The image encoder.
  public let vision: any VisionTower

  /// The text encoder.
  public let text: TextTransformer

  /// Loads a model from a checkpoint by OpenAI's names.
  ///
  /// - Parameters:
  ///   - source: The checkpoint.
  ///   - multiplier: What multiplies the matrices.
  ///   - heads: The numbers of attention heads where OpenAI's rule, one per 64 features, does not hold.
  /// - Throws: ``CLIPError`` where the tensors are not those of a CLIP model, and `CheckpointError`
  ///   where one cannot be read or holds a weight that is NaN or infinite.
  public init(
    source: any TensorSource, multiplier: any MatrixMultiplier, heads: HeadCounts = HeadCounts()
  ) throws {
    let architecture = try CLIPArchitecture(of: source, heads: heads)
    let weights = WeightReader(source: source)
    self.architecture = architecture
    vision =
      switch architecture.vision {
      case .transformer(let architecture):
        try VisionTransformer(architecture, weights: weights, multiplier: multiplier)
      case .resNet(let architecture):
        try ModifiedResNet(architecture, weights: weights, multiplier: multiplier)
      }
    text = try TextTransformer(architecture.text, weights: weights, multiplier: multiplier)
    // Nothing here turns cosines into probabilities, yet a damaged file is a damaged file.
    _ = try weights.tensor("logit_scale")
  }

  /// The number of features that images and texts share.
  public var embeddingWidth: Int { architecture.embeddingWidth }
}
