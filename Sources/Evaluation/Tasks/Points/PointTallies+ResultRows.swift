import Metrics

extension PointTallies {
  /// The rows of the table.
  func resultRows(by rules: ScoringRules) -> [ResultRow] {
    zip(rules.rowNames, rows).map { name, sums in
      ResultRow(
        method: name, classNames: rules.classNames, images: images, scores: sums.scores)
    }
  }
}
