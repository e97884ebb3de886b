public import Metrics

/// What one image gives in the points task.
public struct ImagePoints: Sendable {
  /// The image's id.
  public let id: String

  /// The classes that the image shows.
  public let classes: [Int]

  /// For each of ``classes`` the points of each row.
  public let outcomes: [[PointOutcome]]
}
