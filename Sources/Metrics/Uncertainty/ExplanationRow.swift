/// The maps of one image, one for each class that it shows.
public struct ExplanationRow: Sendable, Equatable {
  /// The map of one class in one image.
  public struct Pair: Sendable, Equatable {
    /// The class.
    public let classID: Int

    /// The counts of its map.
    public let outcome: MapOutcome

    /// Creates the pair of an image and a class.
    public init(classID: Int, outcome: MapOutcome) {
      self.classID = classID
      self.outcome = outcome
    }
  }

  /// The classes that the image shows.
  public var pairs: [Pair]

  /// The half of the images that the image belongs to; see ``ImageFold``.
  public var fold: Int

  /// Creates the row of an image.
  ///
  /// - Parameters:
  ///   - pairs: The classes that the image shows.
  ///   - fold: The half of the images that the image belongs to.
  /// - Precondition: there is such a half.
  public init(pairs: [Pair], fold: Int = 0) {
    precondition((0..<ExplanationTally.foldCount).contains(fold), "Images have no half \(fold)")
    self.pairs = pairs
    self.fold = fold
  }
}
