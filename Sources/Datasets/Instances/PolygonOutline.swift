/// The outline of a part of an instance.
public struct PolygonOutline: Sendable, Equatable {
  /// No image is as large; COCO's own tools fail without a word at about seven times as much.
  private static let largestCoordinate = Double(1 << 26)

  /// The corners in turn, each as x and then y, in pixels from the upper left corner of the image.
  ///
  /// They may lie outside of the image, and edges may cross.
  public let coordinates: [Double]

  /// Creates an outline.
  ///
  /// COCO's own tools drop the last of an odd number of coordinates, and take four numbers for the
  /// position and size of a box; here both are errors.
  ///
  /// - Throws: ``InstanceShapeError`` where the numbers are not pairs, fewer than three of them, or too
  ///   large for any image.
  public init(coordinates: [Double]) throws(InstanceShapeError) {
    guard coordinates.count.isMultiple(of: 2), coordinates.count >= 6 else {
      throw InstanceShapeError(
        got: "a polygon of \(coordinates.count) numbers",
        expected: "x and y of three corners or more")
    }
    if let coordinate = coordinates.first(where: { !($0.magnitude <= Self.largestCoordinate) }) {
      throw InstanceShapeError(
        got: "the coordinate \(coordinate)", expected: "a position near an image")
    }
    self.coordinates = coordinates
  }
}
