public import Imaging

/// One image of a segmentation with its truth and what was predicted, small enough to look at.
public struct GalleryImage: Sendable {
  /// A label map, drawn over the image.
  public struct Labels: Sendable {
    /// The picture.
    public let picture: RGBImage

    /// The share of each class in the pixels that have one, by its position, the largest first.
    public let shares: [(classID: Int, share: Double)]
  }

  /// What a method predicted.
  public struct Prediction: Sendable {
    /// The predicted classes.
    public let labels: Labels

    /// The image in gray, with what was predicted wrong in red.
    public let disagreement: RGBImage

    /// The share of scored pixels that were predicted wrong; `nil` where none is scored.
    public let wrongShare: Double?
  }

  /// The image's id.
  public let id: String

  /// The image.
  public let image: RGBImage

  /// The true classes.
  public let truth: Labels

  /// What each row predicted; `nil` where that was not saved.
  public let predictions: [Prediction?]
}
