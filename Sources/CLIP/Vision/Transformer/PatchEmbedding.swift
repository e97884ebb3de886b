import Checkpoints
import Tensors

/// Turns an image into token rows: a class token, then one token a patch, each with its position.
struct PatchEmbedding: Sendable {
  /// The side of a patch in pixels.
  let patchSize: Int

  /// The convolution's kernels as a matrix, `[D, 3·p·p]`.
  let kernels: Tensor

  /// The class token before its position is added, `[D]`.
  let classToken: [Float]

  let positions: PositionTable

  init(
    _ architecture: VisionTransformerArchitecture, weights: WeightReader
  ) throws(CheckpointError) {
    patchSize = architecture.patchSize
    let kernels = try weights.tensor("conv1.weight")
    self.kernels = kernels.reshaped(to: [kernels.shape[0], kernels.count / kernels.shape[0]])
    classToken = try weights.tensor("class_embedding").elements
    positions = PositionTable(
      try weights.tensor("positional_embedding"), side: architecture.gridSide)
  }

  /// The token rows `[1 + rows·columns, D]` of an image `[3, H, W]`.
  ///
  /// The convolution does not overlap, so it is one matrix product over the gathered patches, added to
  /// the positions that lie in the result already.
  func callAsFunction(_ image: Tensor, using multiplier: some MatrixMultiplier) -> Tensor {
    let patches = gather(image)
    let grid = positions.resampled(
      toRows: image.shape[1] / patchSize, columns: image.shape[2] / patchSize)
    let width = classToken.count
    let classRow = zip(classToken, positions.classPosition).map(+)
    var tokens = Tensor(
      shape: [1 + patches.shape[0], width], elements: classRow + grid.elements)
    var target = tokens.elements.mutableSpan
    multiplier.multiply(
      patches.elements.span, MatrixLayout(rows: patches.shape[0], columns: patches.shape[1]),
      by: kernels.elements.span, MatrixLayout(rows: width, columns: patches.shape[1]),
      transposingRight: true, scale: 1,
      into: &target, MatrixLayout(rows: patches.shape[0], columns: width, offset: width),
      accumulating: true)
    return tokens
  }

  /// The pixels of each patch in one row, `[rows·columns, 3·p·p]`: channel, then row, then column.
  private func gather(_ image: Tensor) -> Tensor {
    let (height, width) = (image.shape[1], image.shape[2])
    let (rows, columns) = (height / patchSize, width / patchSize)
    let pixels = image.elements.span
    var patches: [Float] = []
    patches.reserveCapacity(image.count)
    for row in 0..<rows {
      for column in 0..<columns {
        for line in 0..<(3 * patchSize) {
          let (channel, y) = line.quotientAndRemainder(dividingBy: patchSize)
          let start =
            (channel * height + row * patchSize + y) * width + column * patchSize
          for index in start..<(start + patchSize) { patches.append(pixels[index]) }
        }
      }
    }
    return Tensor(shape: [rows * columns, 3 * patchSize * patchSize], elements: patches)
  }
}
