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

  /// Creates the row of an image.
  public init(pairs: [Pair]) {
    self.pairs = pairs
  }
}
