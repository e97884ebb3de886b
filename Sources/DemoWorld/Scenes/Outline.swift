/// The border of a flat shape.
public enum Outline: Sendable, Equatable {
  /// An ellipse with its axes along the picture's sides.
  case ellipse(centre: Point, horizontalRadius: Double, verticalRadius: Double)

  /// A polygon, closed from its last corner to its first; a point is inside by the even-odd rule.
  case polygon([Point])
}
