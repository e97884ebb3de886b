/// One thing in a scene, such as a car or the sky.
public struct SceneObject: Sendable, Equatable {
  /// What it is; `nil` for a thing that no class list of the demo names (the sun).
  public var category: SceneCategory?

  /// The distance from the viewer, in no particular unit; nearer objects hide farther ones.
  public var depth: Double

  /// The shapes it is drawn with, the hindmost first.
  public var parts: [ScenePart]

  /// Creates an object.
  public init(category: SceneCategory?, depth: Double, parts: [ScenePart]) {
    self.category = category
    self.depth = depth
    self.parts = parts
  }
}
