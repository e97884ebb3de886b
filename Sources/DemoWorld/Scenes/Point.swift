/// A place in a scene, in pixels from its upper left corner; `y` grows downwards.
public struct Point: Sendable, Equatable {
  /// The distance from the left side.
  public var x: Double

  /// The distance from the upper side.
  public var y: Double

  /// Creates a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
