public import Foundation

/// An image and what people say of it.
public struct CaptionedImage: Sendable, Equatable {
  /// The image's file.
  public let image: URL

  /// The sentences, in the order of the list.
  public let texts: [String]

  /// Names an image and its sentences.
  public init(image: URL, texts: [String]) {
    self.image = image
    self.texts = texts
  }
}
