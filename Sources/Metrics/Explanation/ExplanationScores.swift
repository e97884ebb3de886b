/// How well maps explain where the classes of the images are; ratios, `nil` where undefined.
public struct ExplanationScores: Sendable, Equatable {
  /// The scores of one class over the images that show it.
  public struct ClassScore: Sendable, Equatable {
    /// The number of images that show the class and are scored.
    public let pairs: Int

    /// The overlap at the threshold that was found, by the rule, between 0 and 1.
    public let overlap: Double?

    /// The threshold that was found for the class; `nil` where every pair has its own.
    public let threshold: Float?

    /// The mean contrast, between −1 and 1.
    public let contrast: Double?

    /// The mean over the images of the class's share of the pixels.
    public let allForeground: Double?

    /// The mean over the images of the average precision of the pixels.
    public let pixelPrecision: Double?
  }

  /// The scores of each class.
  public let perClass: [ClassScore]

  /// The overlap at the best threshold: an oracle, since it was found with the truth at hand.
  public let mIoU: Double?

  /// The best threshold, where there is one for all maps.
  public let threshold: Float?

  /// The overlap of each half of the images at the threshold that is best for the other half; `nil`
  /// where every pair has its own.
  public let crossFittedMIoU: Double?

  /// Mean score contrast: over the images that show a class, then over the classes.
  public let mSC: Double?

  /// The overlap of maps that are foreground everywhere, averaged by the same rule.
  public let allForeground: Double?

  /// The average precision of the pixels: over the images that show a class, then over the classes.
  public let pixelAP: Double?

  /// The number of pairs of an image and a class that are scored.
  public let pairs: Int

  /// The number of pairs left out, since every pixel or none is of the class.
  public let leftOutPairs: Int
}
