import Metrics

extension PointContent: RescorableContent {
  static func row(
    of contents: [PointContent], ids: [String], classCount: Int
  ) throws(RecordError) -> RecordedRow {
    var images: [PointRow] = []
    for content in contents {
      let outcomes = try content.outcomes(classCount: classCount)
      images.append(
        PointRow(
          pairs: zip(content.points, outcomes).map {
            PointRow.Pair(classID: $0.classID, outcome: $1)
          }))
    }
    return .points(images)
  }

  static func emptyTally(by rules: ScoringRules) -> PointTallies {
    PointTallies(rowCount: rules.rowNames.count, classCount: rules.classCount)
  }

  static func add(
    _ contents: [PointContent], ofSample id: String, to tally: inout PointTallies,
    by rules: ScoringRules
  ) throws(RecordError) {
    tally.add(try ImagePoints(id: id, restoring: contents, classCount: rules.classCount))
  }

  static func resultRows(of tally: PointTallies, by rules: ScoringRules) -> [ResultRow] {
    tally.resultRows(by: rules)
  }
}
