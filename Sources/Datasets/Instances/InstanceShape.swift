/// The pixels of an instance as COCO's annotation files state them, under the key `segmentation`.
public enum InstanceShape: Sendable, Equatable {
  /// The outlines of the parts; the instance is all of them together.
  case polygons([PolygonOutline])

  /// Which pixels, down the columns.
  case runs(PixelRuns)
}

extension PixelMask {
  /// Adds the pixels of an instance, the same that COCO's own tools (pycocotools) give it.
  ///
  /// - Parameter shape: The instance.
  /// - Throws: ``InstanceShapeError`` where the shape is none of this image's; the mask is then
  ///   unchanged or holds some of the parts.
  public mutating func fill(_ shape: InstanceShape) throws(InstanceShapeError) {
    switch shape {
    case .polygons(let outlines): for outline in outlines { fill(outline) }
    case .runs(let runs): try fill(runs)
    }
  }
}
