public import Imaging

/// A drawn scene: its picture, and for every pixel the object that is seen there.
public struct RenderedScene: Sendable {
  /// The scene that was drawn.
  public let scene: Scene

  /// The picture before compression.
  public let image: RGBImage

  /// For every pixel the place in `scene.objects` of the object that is seen there, `[height, width]`,
  /// row-major.
  public let objectIndices: [UInt16]

  /// Draws a scene.
  ///
  /// Every pixel is the mean of four samples; it belongs to the object that owns most of them, of
  /// equals to the nearest one.
  public init(_ scene: Scene) {
    let canvas = Canvas(drawing: scene)
    self.scene = scene
    image = canvas.exposed(scene.exposure)
    objectIndices = canvas.ownersOfPixels()
  }
}
