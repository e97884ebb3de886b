import Metrics

extension ExplanationTallies {
  /// The rows of the table, each at the thresholds that are best for its own images.
  func resultRows(by rules: ScoringRules) -> [ResultRow] {
    zip(rules.rowNames, rows).map { name, sums in
      ResultRow(
        method: name, classNames: rules.classNames, images: images,
        scores: sums.scores(
          scope: rules.explanation.thresholdScope, average: rules.explanation.thresholdAverage))
    }
  }
}
