import Metrics

extension SegmentationTally {
  /// The rows of the table.
  func resultRows(by rules: ScoringRules) -> [ResultRow] {
    zip(rules.rowNames, confusions).map { name, confusion in
      ResultRow(
        method: name, classNames: rules.classNames, images: images, confusion: confusion,
        policy: rules.absentClasses, leavingOut: rules.leftOutOfMeans)
    }
  }
}
