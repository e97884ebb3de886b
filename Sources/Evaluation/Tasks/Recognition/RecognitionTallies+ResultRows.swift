import Metrics

extension RecognitionTallies {
  /// The rows of the table.
  func resultRows(by rules: ScoringRules) -> [ResultRow] {
    zip(rules.rowNames, rows).map { name, tally in
      ResultRow(method: name, classNames: rules.classNames, tally: tally)
    }
  }
}
