extension MatrixMultiplier {
  /// The product `[M, K] · [K, N]`, or `[M, K] · [N, K]ᵀ` when the right matrix is transposed.
  ///
  /// - Precondition: both tensors have two axes and their inner extents agree.
  /// - Complexity: O(M·N·K); allocates the result.
  public func product(
    of left: Tensor, and right: Tensor, transposingRight transposesRight: Bool = false
  ) -> Tensor {
    precondition(
      left.shape.count == 2 && right.shape.count == 2,
      "A product takes two matrices, not \(left.shape) and \(right.shape)")
    let columns = right.shape[transposesRight ? 0 : 1]
    var result = Tensor(zeros: [left.shape[0], columns])
    var span = result.elements.mutableSpan
    multiply(
      left.elements.span, MatrixLayout(rows: left.shape[0], columns: left.shape[1]),
      by: right.elements.span, MatrixLayout(rows: right.shape[0], columns: right.shape[1]),
      transposingRight: transposesRight, scale: 1,
      into: &span, MatrixLayout(rows: left.shape[0], columns: columns),
      accumulating: false)
    return result
  }
}
