/// What an experiment is expected to score.
public struct Expectation: Sendable, Equatable, Codable {
  /// The score, in percent.
  public let value: Double

  /// How far the score may be from it either way, in percentage points.
  public let tolerance: Double

  /// States an expectation.
  public init(value: Double, tolerance: Double) {
    self.value = value
    self.tolerance = tolerance
  }
}
