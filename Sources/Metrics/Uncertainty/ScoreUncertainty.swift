/// The intervals of the scores of a run, or of the difference of two.
public struct ScoreUncertainty: Sendable, Equatable {
  /// The intervals of the scores over the whole data set; a score without one is absent.
  ///
  /// Means over classes are over ``classes`` alone, estimate included: where there are rare classes, the
  /// estimate is not the score of the whole run.
  public let summary: [ScoreName: ScoreInterval]

  /// The interval of each class's score; `nil` for those that are not among ``classes`` and where the
  /// score is undefined.
  public let perClass: [ScoreInterval?]

  /// The classes that enough units show, in ascending order.
  public let classes: [Int]

  /// The classes that some units show, but too few for an interval, in ascending order.
  public let rareClasses: [Int]

  /// The number of units that were drawn from.
  public let units: Int
}
