extension Tensor {
  /// The rows `[M, D]`, each divided by its Euclidean length.
  ///
  /// A row of zeros has no direction and stays zero, where PyTorch's division gives NaN.
  ///
  /// - Parameter epsilon: What is added to each length, for a rule that is written so; the rows are then
  ///   a little shorter than one.
  /// - Returns: As many rows.
  /// - Precondition: the tensor has two axes, and `epsilon` is not negative.
  public func unitRows(addingToLength epsilon: Float = 0) -> Tensor {
    precondition(epsilon >= 0, "A length does not grow by \(epsilon)")
    precondition(shape.count == 2, "Rows are those of a matrix, not of \(shape)")
    var result = self
    let width = shape[1]
    var target = result.elements.mutableSpan
    for row in 0..<shape[0] {
      let range = (row * width)..<((row + 1) * width)
      let length = VectorKernels.sumOfSquares(target.span, in: range).squareRoot()
      guard length > 0 else { continue }
      VectorKernels.scale(&target, in: range, by: 1 / (length + epsilon))
    }
    return result
  }
}
