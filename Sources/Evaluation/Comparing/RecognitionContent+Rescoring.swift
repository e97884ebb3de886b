import Metrics

extension RecognitionContent: RescorableContent {
  static func row(
    of contents: [RecognitionContent], ids: [String], classCount: Int
  ) throws(RecordError) -> RecordedRow {
    var images: [RecognitionRow] = []
    for content in contents {
      images.append(
        RecognitionRow(scores: content.scores, truth: try content.truth(classCount: classCount)))
    }
    return .recognition(images)
  }

  static func emptyTally(by rules: ScoringRules) -> RecognitionTallies {
    RecognitionTallies(rowCount: rules.rowNames.count, classCount: rules.classCount)
  }

  static func add(
    _ contents: [RecognitionContent], ofSample id: String, to tally: inout RecognitionTallies,
    by rules: ScoringRules
  ) throws(RecordError) {
    tally.add(try RecognitionOutcome(id: id, restoring: contents, classCount: rules.classCount))
  }

  static func resultRows(of tally: RecognitionTallies, by rules: ScoringRules) -> [ResultRow] {
    tally.resultRows(by: rules)
  }

  static func labels(of images: [RecognitionContent]) -> JSONValue? {
    .content(ofLabels: images.map { (present: $0.present, undecided: $0.undecided) })
  }
}
