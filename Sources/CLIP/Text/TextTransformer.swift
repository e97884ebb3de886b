import Checkpoints
import Tensors

/// CLIP's text transformer: causal, read out at the end-of-text token.
public struct TextTransformer: Sendable {
  /// The tower's extents.
  public let architecture: CLIPArchitecture.Text

  /// One vector a token of the vocabulary, `[V, D]`.
  let tokenEmbedding: Tensor

  /// One vector a position, `[C, D]`.
  let positions: Tensor

  let blocks: [ResidualBlock]
  let outputNormalisation: LayerNormalisation

  /// The projection to the shared features, `[D, E]`.
  let projection: Tensor

  let multiplier: any MatrixMultiplier

  init(
    _ architecture: CLIPArchitecture.Text, activation: Activation, weights: WeightReader,
    multiplier: any MatrixMultiplier
  ) throws(CheckpointError) {
    self.architecture = architecture
    self.multiplier = multiplier
    tokenEmbedding = try weights.tensor("token_embedding.weight")
    positions = try weights.tensor("positional_embedding")
    blocks = try (0..<architecture.transformer.blockCount).map { block throws(CheckpointError) in
      try ResidualBlock(
        headCount: architecture.transformer.headCount, activation: activation,
        weights: weights.at("transformer.resblocks.\(block)"))
    }
    outputNormalisation = try weights.layerNormalisation("ln_final")
    projection = try weights.tensor("text_projection")
  }
}
