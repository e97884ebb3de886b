/// How many points lie where they should; ratios, `nil` where undefined.
public struct PointScores: Sendable, Equatable {
  /// The shares of points that lie where they should.
  public struct Accuracies: Sendable, Equatable {
    /// The share of the positive points that lie on the class.
    public let positives: Double?

    /// The share of the negative points that do not.
    public let negatives: Double?

    /// The share of all points that lie where they should.
    public let both: Double?

    /// The number of pairs of an image and a class behind it.
    public let pairs: Int
  }

  /// The scores of each class: the mean over its pairs.
  public let perClass: [Accuracies]

  /// The mean over the classes.
  public let mean: Accuracies

  /// The shares of all points of all pairs together.
  public let micro: Accuracies

  /// The number of pairs whose map gave no point that could be scored.
  public let pairsWithoutPoints: Int
}
