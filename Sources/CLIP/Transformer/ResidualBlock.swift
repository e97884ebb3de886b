import Checkpoints
import Tensors

/// A transformer block with the normalisations in front:
/// x ← x + attention(LN₁ x), x ← x + MLP(LN₂ x).
struct ResidualBlock: Sendable {
  let attentionNormalisation: LayerNormalisation
  let attention: SelfAttention
  let feedForwardNormalisation: LayerNormalisation
  let feedForward: FeedForward

  init(
    headCount: Int, activation: Activation, weights: WeightReader
  ) throws(CheckpointError) {
    attentionNormalisation = try weights.layerNormalisation("ln_1")
    attention = try SelfAttention(headCount: headCount, weights: weights.at("attn"))
    feedForwardNormalisation = try weights.layerNormalisation("ln_2")
    feedForward = try FeedForward(activation: activation, weights: weights.at("mlp"))
  }

  /// The queries, keys and values of the tokens of a stream `[N, D]`.
  func queryKeyValue(
    of stream: Tensor, using multiplier: some MatrixMultiplier
  ) -> QueryKeyValue {
    attention.queryKeyValue(of: attentionNormalisation(stream), using: multiplier)
  }

  /// Advances the rows of a stream that ask, `[Σ queries, D]`, by what they attend to and by the MLP.
  func advance(
    _ stream: inout Tensor, in qkv: QueryKeyValue, over spans: [AttentionSpan],
    isCausal: Bool = false, using multiplier: some MatrixMultiplier
  ) {
    addAttention(to: &stream, in: qkv, over: spans, isCausal: isCausal, using: multiplier)
    addFeedForward(to: &stream, using: multiplier)
  }

  /// The first half of ``advance(_:in:over:isCausal:using:)``: x ← x + attention.
  func addAttention(
    to stream: inout Tensor, in qkv: QueryKeyValue, over spans: [AttentionSpan],
    isCausal: Bool = false, using multiplier: some MatrixMultiplier
  ) {
    let attended = qkv.attended(over: spans, isCausal: isCausal, using: multiplier)
    attention.output.apply(to: attended, into: &stream, using: multiplier, accumulating: true)
  }

  /// The second half: x ← x + MLP(LN₂ x).
  func addFeedForward(to stream: inout Tensor, using multiplier: some MatrixMultiplier) {
    feedForward.add(
      toStream: &stream, from: feedForwardNormalisation(stream), using: multiplier)
  }
}
