/// An object being drawn in a frame of its own: `x` runs from −0.5 (left) to 0.5 (right), `y` from 0
/// (foot) to 1 (top).
struct Stencil {
  private let foot: Point
  private let width: Double
  private let height: Double
  private let mirrored: Bool
  private(set) var parts: [ScenePart] = []

  /// Starts a drawing that stands at `foot`.
  init(foot: Point, width: Double, height: Double, mirrored: Bool = false) {
    self.foot = foot
    self.width = width
    self.height = height
    self.mirrored = mirrored
  }

  /// The place in the scene of a place in the frame.
  func place(_ x: Double, _ y: Double) -> Point {
    Point(foot.x + (mirrored ? -x : x) * width, foot.y - y * height)
  }

  /// Adds a polygon.
  mutating func polygon(_ corners: [(x: Double, y: Double)], _ texture: Texture) {
    parts.append(
      ScenePart(outline: .polygon(corners.map { place($0.x, $0.y) }), texture: texture))
  }

  /// Adds a rectangle.
  mutating func rectangle(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ texture: Texture
  ) {
    polygon(
      [
        (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound),
        (x.upperBound, y.upperBound), (x.lowerBound, y.upperBound),
      ], texture)
  }

  /// Adds an ellipse; the radii are shares of the frame's width and height.
  mutating func ellipse(
    _ x: Double, _ y: Double, _ horizontalRadius: Double, _ verticalRadius: Double,
    _ texture: Texture
  ) {
    parts.append(
      ScenePart(
        outline: .ellipse(
          centre: place(x, y), horizontalRadius: horizontalRadius * width,
          verticalRadius: verticalRadius * height), texture: texture))
  }

  /// Adds a circle; the radius is a share of the frame's width.
  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ texture: Texture) {
    ellipse(x, y, radius, radius * width / height, texture)
  }
}
