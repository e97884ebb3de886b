import Tensors

/// The learned vectors that tell tokens where they stand: one for the class token, one for each cell
/// of a square grid of patches.
struct PositionTable: Sendable {
  /// The class token's vector, `[D]`.
  let classPosition: [Float]

  /// The patches' vectors as a picture, `[side, side, D]`, as they were learned.
  let grid: Tensor

  /// Takes the table as checkpoints store it, `[1 + side², D]`.
  init(_ table: Tensor, side: Int) {
    let width = table.shape[1]
    classPosition = Array(table.elements.prefix(width))
    grid = Tensor(shape: [side, side, width], elements: Array(table.elements.dropFirst(width)))
  }

  /// The patches' vectors for a grid of any size, `[rows, columns, D]`.
  ///
  /// Bilinear with `align_corners = false`, always from the learned table. (The released code of CLIP
  /// Surgery overwrites its table, so that a second size is interpolated from the first.)
  func resampled(toRows rows: Int, columns: Int) -> Tensor {
    guard [rows, columns] != Array(grid.shape.prefix(2)) else { return grid }
    return grid.resampledBilinearly(toHeight: rows, width: columns)
  }
}
