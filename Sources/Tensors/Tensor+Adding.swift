extension Tensor {
  /// Adds another tensor of the same shape, element by element.
  ///
  /// - Precondition: the shapes are equal.
  /// - Complexity: O(n); allocates nothing.
  public mutating func add(_ other: Tensor) {
    precondition(shape == other.shape, "\(other.shape) added to \(shape)")
    var target = elements.mutableSpan
    VectorKernels.add(other.elements.span, in: 0..<other.count, to: &target, at: 0)
  }
}
