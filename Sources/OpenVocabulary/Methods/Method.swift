public import CLIP

/// What is done to CLIP: which attention its image tower uses, and whether feature surgery follows.
///
/// Whether a task uses the second part is the task's to say: segmentation leaves feature surgery out,
/// as the authors do, so that there `clip-surgery` is `clip+architecture-surgery` and
/// `clip+feature-surgery` is `clip`.
public struct Method: Sendable, Hashable {
  /// The name by which configurations and tables call the method.
  public let name: String

  /// The attention of the image tower.
  public let attention: AttentionVariant

  /// What is done to the similarities, if anything.
  public let featureSurgery: FeatureSurgery?

  /// Names a combination of the two surgeries.
  public init(name: String, attention: AttentionVariant, featureSurgery: FeatureSurgery?) {
    self.name = name
    self.attention = attention
    self.featureSurgery = featureSurgery
  }
}
