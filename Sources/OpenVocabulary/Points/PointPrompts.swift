/// Points of an image that show a class and points that do not, as promptable segmentation takes them.
public struct PointPrompts: Sendable, Equatable {
  /// A place in an image, in whole pixels from its upper left corner.
  public struct Point: Sendable, Hashable {
    /// The column.
    public let x: Int

    /// The row.
    public let y: Int

    /// Creates a point.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// Points on the class, in ascending order of their scores.
  public let positives: [Point]

  /// Points beside it, as many, in ascending order of their scores.
  public let negatives: [Point]

  /// Creates prompts.
  public init(positives: [Point], negatives: [Point]) {
    self.positives = positives
    self.negatives = negatives
  }
}
