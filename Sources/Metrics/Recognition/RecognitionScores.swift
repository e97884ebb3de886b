/// How well the classes of images were recognised; ratios, `nil` where undefined.
public struct RecognitionScores: Sendable, Equatable {
  /// The score of one class.
  public struct ClassScore: Sendable, Equatable {
    /// Average precision, between 0 and 1; `nil` where no image shows the class.
    public let averagePrecision: Double?

    /// The number of images that show the class.
    public let positives: Int
  }

  /// The scores of each class.
  public let perClass: [ClassScore]

  /// The number of images that count.
  public let images: Int

  /// Mean average precision: over the classes that an image shows.
  ///
  /// Classes without a positive are in no mean: scikit-learn's value for them, 0, would only say how
  /// many there are.
  public var mAP: Double? {
    perClass.map(\.averagePrecision).meanOfDefined()
  }
}
