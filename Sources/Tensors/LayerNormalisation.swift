/// Centres each row, scales it to unit variance and applies a learned scale and shift:
/// y = (x − mean(x)) / √(var(x) + ε) · γ + β (Ba, Kiros and Hinton, arXiv 1607.06450).
///
/// The variance is the mean of squared deviations (divided by D, not by D − 1).
public struct LayerNormalisation: Sendable {
  /// γ, `[D]`.
  public let scale: [Float]

  /// β, `[D]`.
  public let shift: [Float]

  /// ε, added to the variance.
  public let epsilon: Float

  /// Creates a layer from its learned parameters.
  ///
  /// - Precondition: both parameters have the same number of elements.
  public init(scale: [Float], shift: [Float], epsilon: Float = 1e-5) {
    precondition(
      scale.count == shift.count, "\(scale.count) scales do not go with \(shift.count) shifts")
    self.scale = scale
    self.shift = shift
    self.epsilon = epsilon
  }

  /// The normalised rows `[M, D]`.
  ///
  /// - Complexity: O(M·D); allocates the result.
  public func callAsFunction(_ rows: Tensor) -> Tensor {
    var result = Tensor(zeros: rows.shape)
    apply(to: rows, into: &result)
    return result
  }

  /// Writes the normalised rows `[M, D]` over `result`.
  ///
  /// - Precondition: `rows` and `result` have the shape `[M, D]`.
  /// - Complexity: O(M·D); allocates nothing.
  public func apply(to rows: Tensor, into result: inout Tensor) {
    precondition(
      rows.shape.count == 2 && rows.shape[1] == scale.count && result.shape == rows.shape,
      "Rows \(rows.shape) into \(result.shape) do not fit \(scale.count) features")
    let width = scale.count
    let source = rows.elements.span
    let scale = scale.span
    let shift = shift.span
    var target = result.elements.mutableSpan
    for row in 0..<rows.shape[0] {
      VectorKernels.normalise(
        source, in: (row * width)..<((row + 1) * width), scale: scale, shift: shift,
        epsilon: epsilon, into: &target)
    }
  }
}
