import Metrics

extension SegmentationContent: RescorableContent {
  static func row(
    of contents: [SegmentationContent], ids: [String], classCount: Int
  ) throws(RecordError) -> RecordedRow {
    var images: [SegmentationRow] = []
    for content in contents {
      images.append(try content.row(classCount: classCount))
    }
    return .segmentation(images)
  }

  static func emptyTally(by rules: ScoringRules) -> SegmentationTally {
    SegmentationTally(rowCount: rules.rowNames.count, classCount: rules.classCount)
  }

  static func add(
    _ contents: [SegmentationContent], ofSample id: String, to tally: inout SegmentationTally,
    by rules: ScoringRules
  ) throws(RecordError) {
    tally.add(
      try SegmentationOutcome(id: id, restoring: contents, classCount: rules.classCount))
  }

  static func resultRows(of tally: SegmentationTally, by rules: ScoringRules) -> [ResultRow] {
    tally.resultRows(by: rules)
  }
}
