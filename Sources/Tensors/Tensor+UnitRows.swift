extension Tensor {
  /// The rows `[M, D]`, each divided by its Euclidean length.
  ///
  /// A row of zeros has no direction and stays zero, where PyTorch's division gives NaN.
  ///
  /// - Precondition: the tensor has two axes.
  public func unitRows() -> Tensor {
    precondition(shape.count == 2, "Rows are those of a matrix, not of \(shape)")
    var result = self
    let width = shape[1]
    var target = result.elements.mutableSpan
    for row in 0..<shape[0] {
      let range = (row * width)..<((row + 1) * width)
      let length = VectorKernels.sumOfSquares(target.span, in: range).squareRoot()
      guard length > 0 else { continue }
      VectorKernels.scale(&target, in: range, by: 1 / length)
    }
    return result
  }
}
