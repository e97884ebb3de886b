/// A score and where it might have come out with other images of the same sort.
///
/// Ratios, as all scores here. The interval says what the choice of images does to the number, and
/// nothing of whether the protocol measures the right thing.
public struct ScoreInterval: Sendable, Hashable, Codable {
  /// The score over the images as they are.
  public let estimate: Double

  /// The lower end of the interval.
  public let lower: Double

  /// The upper end of the interval.
  public let upper: Double

  /// The standard deviation of the resampled scores.
  public let standardError: Double

  /// The number of resamples in which the score was undefined; they are left out.
  public let undefinedResamples: Int

  /// Creates an interval.
  public init(
    estimate: Double, lower: Double, upper: Double, standardError: Double, undefinedResamples: Int
  ) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.standardError = standardError
    self.undefinedResamples = undefinedResamples
  }
}
