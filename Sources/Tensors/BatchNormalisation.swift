/// Centres and scales each channel of a picture by statistics of the training data, then applies a
/// learned scale and shift: y = (x − mean) / √(var + ε) · γ + β (Ioffe and Szegedy, arXiv 1502.03167).
///
/// Where nothing is trained this is linear, so it is never computed: it becomes part of the convolution
/// in front of it.
public struct BatchNormalisation: Sendable {
  /// γ, `[C]`.
  public let scale: [Float]

  /// β, `[C]`.
  public let shift: [Float]

  /// The mean of the training data, `[C]`.
  public let mean: [Float]

  /// The variance of the training data, `[C]`.
  public let variance: [Float]

  /// ε, added to the variance.
  public let epsilon: Double

  /// Creates a layer from its parameters.
  ///
  /// - Precondition: all have the same number of elements, and no variance is negative.
  public init(
    scale: [Float], shift: [Float], mean: [Float], variance: [Float], epsilon: Double = 1e-5
  ) {
    precondition(
      [shift.count, mean.count, variance.count].allSatisfy { $0 == scale.count },
      """
      \(scale.count) scales do not go with \(shift.count) shifts, \(mean.count) means \
      and \(variance.count) variances
      """)
    precondition(variance.allSatisfy { $0 >= 0 }, "Variances are not negative: \(variance)")
    self.scale = scale
    self.shift = shift
    self.mean = mean
    self.variance = variance
    self.epsilon = epsilon
  }
}
