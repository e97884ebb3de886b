/// How many of the points that were made for one class in one image lie where they should.
public struct PointOutcome: Sendable, Equatable {
  /// Positive points that lie on the class.
  public var correctPositives = 0

  /// Positive points that do not lie on void.
  public var positives = 0

  /// Negative points that do not lie on the class.
  public var correctNegatives = 0

  /// Negative points that do not lie on void.
  public var negatives = 0

  /// Counts no points.
  public init() {}

  /// Counts a positive point.
  ///
  /// - Parameters:
  ///   - isInside: Whether it lies on the class.
  ///   - isVoid: Whether it lies on void, where points are not scored.
  public mutating func addPositive(isInside: Bool, isVoid: Bool) {
    guard !isVoid else { return }
    positives += 1
    if isInside { correctPositives += 1 }
  }

  /// Counts a negative point, as ``addPositive(isInside:isVoid:)`` does a positive one.
  public mutating func addNegative(isInside: Bool, isVoid: Bool) {
    guard !isVoid else { return }
    negatives += 1
    if !isInside { correctNegatives += 1 }
  }
}
