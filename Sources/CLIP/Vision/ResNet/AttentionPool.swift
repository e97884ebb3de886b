import Checkpoints
import Tensors

/// The end of a ModifiedResNet: multi-head attention over the cells of the last picture and their mean,
/// which becomes the class token.
struct AttentionPool: Sendable {
  let query: Linear
  let key: Linear
  let value: Linear

  /// The projection of the heads' results to the shared features, `[E, C]`.
  let output: Linear

  let positions: PositionTable
  let headCount: Int

  init(_ architecture: ModifiedResNetArchitecture, weights: WeightReader) throws(CheckpointError) {
    query = try weights.linear("q_proj")
    key = try weights.linear("k_proj")
    value = try weights.linear("v_proj")
    output = try weights.linear("c_proj")
    positions = PositionTable(
      try weights.tensor("positional_embedding"), side: architecture.gridSide)
    headCount = architecture.headCount
  }

  /// The tokens `[1 + rows·columns, C]` of a picture `[rows, columns, C]`: the mean of all cells, then
  /// the cells, each with its position.
  func inputTokens(of picture: Tensor) -> Tensor {
    let width = picture.shape[2]
    let cellCount = picture.shape[0] * picture.shape[1]
    var sums = [Double](repeating: 0, count: width)
    let cells = picture.elements.span
    for cell in 0..<cellCount {
      for channel in 0..<width { sums[channel] += Double(cells[cell * width + channel]) }
    }
    let means = sums.map { Float($0 / Double(cellCount)) }
    let grid = positions.resampled(toRows: picture.shape[0], columns: picture.shape[1])
    return Tensor(
      shape: [1 + cellCount, width],
      elements: zip(means, positions.classPosition).map(+)
        + zip(picture.elements, grid.elements).map(+))
  }
}
