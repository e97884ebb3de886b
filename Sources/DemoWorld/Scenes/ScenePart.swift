/// One painted shape of an object, such as a wheel of a car.
public struct ScenePart: Sendable, Equatable {
  /// The shape.
  public var outline: Outline

  /// What the shape is filled with.
  public var texture: Texture

  /// Creates a part.
  public init(outline: Outline, texture: Texture) {
    self.outline = outline
    self.texture = texture
  }
}
