extension Tensor {
  /// Replaces every negative element by zero, x ← max(x, 0); NaN stays NaN.
  ///
  /// - Complexity: O(n); allocates nothing.
  public mutating func rectify() {
    var span = elements.mutableSpan
    VectorKernels.rectify(&span)
  }
}
