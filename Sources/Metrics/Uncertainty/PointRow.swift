/// The points of one image, class by class.
public struct PointRow: Sendable, Equatable {
  /// The points of one class in one image.
  public struct Pair: Sendable, Equatable {
    /// The class.
    public let classID: Int

    /// How many of its points lie where they should.
    public let outcome: PointOutcome

    /// Creates the pair of an image and a class.
    public init(classID: Int, outcome: PointOutcome) {
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
