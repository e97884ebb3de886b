import Checkpoints
import Tensors

/// The MLP of a transformer block: W₂ · activation(W₁ · x + b₁) + b₂.
struct FeedForward: Sendable {
  /// W₁ and b₁, `[H, D]`.
  let expansion: Linear

  /// W₂ and b₂, `[D, H]`.
  let contraction: Linear

  /// The function between the two.
  let activation: Activation

  init(activation: Activation, weights: WeightReader) throws(CheckpointError) {
    self.activation = activation
    expansion = try weights.linear("c_fc")
    contraction = try weights.linear("c_proj")
  }

  /// Adds the MLP's answer to normalised rows `[M, D]` to the residual stream they came from.
  func add(
    toStream stream: inout Tensor, from rows: Tensor, using multiplier: some MatrixMultiplier
  ) {
    var hidden = expansion(rows, using: multiplier)
    activation.apply(to: &hidden.elements)
    contraction.apply(to: hidden, into: &stream, using: multiplier, accumulating: true)
  }
}
