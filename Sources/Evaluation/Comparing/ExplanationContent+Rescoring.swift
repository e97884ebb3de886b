import Metrics

extension ExplanationContent: RescorableContent {
  static func row(
    of contents: [ExplanationContent], ids: [String], classCount: Int
  ) throws(RecordError) -> RecordedRow {
    var images: [ExplanationRow] = []
    for (content, id) in zip(contents, ids) {
      let outcomes = try content.outcomes(classCount: classCount)
      images.append(
        ExplanationRow(
          pairs: zip(content.maps, outcomes).map {
            ExplanationRow.Pair(classID: $0.classID, outcome: $1)
          }, fold: ImageFold.ofImage(named: id)))
    }
    return .explanation(images)
  }

  static func emptyTally(by rules: ScoringRules) -> ExplanationTallies {
    ExplanationTallies(
      rowCount: rules.rowNames.count, classCount: rules.classCount,
      countingBackground: rules.explanation.countsBackground)
  }

  static func add(
    _ contents: [ExplanationContent], ofSample id: String, to tally: inout ExplanationTallies,
    by rules: ScoringRules
  ) throws(RecordError) {
    tally.add(try ExplanationOutcome(id: id, restoring: contents, classCount: rules.classCount))
  }

  static func resultRows(of tally: ExplanationTallies, by rules: ScoringRules) -> [ResultRow] {
    tally.resultRows(by: rules)
  }
}
