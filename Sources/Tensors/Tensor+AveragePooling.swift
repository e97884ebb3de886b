extension Tensor {
  /// The picture `[H, W, C]` with each square of pixels replaced by its mean: `[H / side, W / side, C]`.
  ///
  /// - Precondition: the tensor has three axes, and `side` is positive and divides the first two.
  /// - Complexity: O(H·W·C); allocates the result.
  public func averagePooled(by side: Int) -> Tensor {
    precondition(
      shape.count == 3 && side > 0 && shape[0].isMultiple(of: side)
        && shape[1].isMultiple(of: side),
      "A picture \(shape) has no squares of \(side) × \(side)")
    let (rows, columns, channels) = (shape[0] / side, shape[1] / side, shape[2])
    let source = elements.span
    var result = Tensor(zeros: [rows, columns, channels])
    var target = result.elements.mutableSpan
    for row in 0..<rows {
      for column in 0..<columns {
        let place = (row * columns + column) * channels
        for pixel in 0..<(side * side) {
          let (y, x) = pixel.quotientAndRemainder(dividingBy: side)
          let start = ((row * side + y) * shape[1] + column * side + x) * channels
          VectorKernels.add(source, in: start..<(start + channels), to: &target, at: place)
        }
      }
    }
    VectorKernels.scale(&target, in: 0..<target.count, by: 1 / Float(side * side))
    return result
  }
}
