/// The p values of the differences between two runs.
public struct ScoreSignificance: Sendable, Equatable {
  /// The p value of each score over the whole data set; an undefined one is absent.
  public let summary: [ScoreName: Double]

  /// The p value of each class; `nil` for classes that too few units show and where the score is
  /// undefined.
  public let perClass: [Double?]

  /// The p values of the classes, corrected for their number by ``HolmCorrection``.
  public let adjustedPerClass: [Double?]

  /// The number of permutations behind them, the given assignment not among them.
  public let permutations: Int

  /// Whether these are all permutations that there are.
  public let isExact: Bool

  init(
    summary: [ScoreName: Double], perClass: [Double?], permutations: Int, isExact: Bool
  ) {
    self.summary = summary
    self.perClass = perClass
    adjustedPerClass = HolmCorrection.adjusted(perClass)
    self.permutations = permutations
    self.isExact = isExact
  }
}
