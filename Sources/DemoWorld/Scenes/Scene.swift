/// A scene before it is drawn: what is where, how far away, and how it is painted.
///
/// A scene knows nothing of pixels' labels, of files or of data sets: ``RenderedScene`` turns it into a
/// picture and masks, and a layout writer turns those into files.
public struct Scene: Sendable, Equatable {
  /// The kind of place.
  public var kind: SceneKind

  /// The number of pixels in a row of the picture.
  public var width: Int

  /// The number of rows of the picture.
  public var height: Int

  /// The things in the scene, the farthest first.
  public var objects: [SceneObject]

  /// How the scene is recorded.
  public var exposure: Exposure

  /// Creates a scene; the objects are put into order by their depth, equal ones as given.
  public init(
    kind: SceneKind, width: Int, height: Int, objects: [SceneObject], exposure: Exposure
  ) {
    self.kind = kind
    self.width = width
    self.height = height
    self.exposure = exposure
    // Swift's sort is not promised to be stable, so the place in the list decides ties.
    self.objects = objects.enumerated()
      .sorted { ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset) }
      .map(\.element)
  }
}
