import Metrics

extension RecognitionOutcome {
  /// Restores what was recorded, one content a row.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  init(
    id: String, restoring contents: [RecognitionContent], classCount: Int
  ) throws(RecordError) {
    var truth: [RecognitionTally.Presence] = []
    for content in contents { truth = try content.truth(classCount: classCount) }
    self.init(id: id, truth: truth, scores: contents.map(\.scores))
  }
}
