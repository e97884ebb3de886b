import Checkpoints
import Tensors

/// The two linear layers of multi-head self-attention: proj(concat over heads of softmax(s·Q Kᵀ) V) with
/// s = 1/√(head width) (Vaswani et al., arXiv 1706.03762, section 3.2).
struct SelfAttention: Sendable {
  /// The number of heads.
  let headCount: Int

  /// Wqkv, `[3·D, D]`.
  let input: Linear

  /// The projection of the heads' results, `[D, D]`.
  let output: Linear

  init(headCount: Int, weights: WeightReader) throws(CheckpointError) {
    self.headCount = headCount
    input = try weights.linear("in_proj", separator: "_")
    output = try weights.linear("out_proj")
  }

  /// The queries, keys and values of normalised token rows `[N, D]`.
  func queryKeyValue(
    of rows: Tensor, using multiplier: some MatrixMultiplier
  ) -> QueryKeyValue {
    QueryKeyValue(rows: input(rows, using: multiplier), headCount: headCount)
  }
}
