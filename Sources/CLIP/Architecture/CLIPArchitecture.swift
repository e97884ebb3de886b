/// The extents of a CLIP model: all that its tensors' shapes follow from.
public struct CLIPArchitecture: Sendable, Equatable {
  /// The extents of a vision transformer (Dosovitskiy et al., arXiv 2010.11929, with CLIP's layer
  /// normalisation before the blocks).
  public struct Vision: Sendable, Equatable {
    /// The blocks.
    public let transformer: TransformerArchitecture

    /// The side of a patch in pixels.
    public let patchSize: Int

    /// The side of the position table in patches.
    public let gridSide: Int

    /// The side of the images that the model was trained on, in pixels.
    public var imageSide: Int { gridSide * patchSize }
  }

  /// The extents of a text transformer.
  public struct Text: Sendable, Equatable {
    /// The blocks.
    public let transformer: TransformerArchitecture

    /// The number of positions, and so of tokens in the longest text.
    public let contextLength: Int

    /// The number of tokens that the model knows.
    public let vocabularySize: Int
  }

  /// The image encoder.
  public let vision: Vision

  /// The text encoder.
  public let text: Text

  /// The number of features that images and texts share.
  public let embeddingWidth: Int
}
