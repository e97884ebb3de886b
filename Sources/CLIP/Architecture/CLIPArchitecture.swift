/// The extents of a CLIP model: all that its tensors' shapes follow from.
public struct CLIPArchitecture: Sendable, Equatable {
  /// The extents of an image encoder.
  public enum Vision: Sendable, Equatable {
    /// A vision transformer.
    case transformer(VisionTransformerArchitecture)

    /// A ModifiedResNet.
    case resNet(ModifiedResNetArchitecture)

    /// The side of the images that the model was trained on, in pixels.
    public var imageSide: Int {
      switch self {
      case .transformer(let transformer): transformer.imageSide
      case .resNet(let network): network.imageSide
      }
    }
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
