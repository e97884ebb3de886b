/// The non-linearity between the two linear layers of a transformer block's MLP.
///
/// The choice comes with the weights: a model run with the other one silently loses points.
public enum Activation: String, Sendable, CaseIterable, Codable {
  /// x · σ(1.702·x), as in OpenAI's models (Hendrycks and Gimpel, arXiv 1606.08415, section 2).
  case quickGELU = "quick-gelu"

  /// x · Φ(x) = ½·x·(1 + erf(x / √2)), as in most open_clip models.
  case gelu

  /// Applies the function to every element, in place.
  ///
  /// - Complexity: O(n); allocates nothing.
  public func apply(to elements: inout MutableSpan<Float>) {
    switch self {
    case .quickGELU:
      VectorKernels.applyQuickGELU(to: &elements)
    case .gelu:
      VectorKernels.applyGELU(to: &elements)
    }
  }

  /// Applies the function to every element of an array, in place.
  public func apply(to elements: inout [Float]) {
    var span = elements.mutableSpan
    apply(to: &span)
  }
}
