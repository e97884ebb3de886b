import Metrics

extension ExplanationOutcome {
  /// Restores what was recorded, one content a row.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  init(
    id: String, restoring contents: [ExplanationContent], classCount: Int
  ) throws(RecordError) {
    let classes = contents.first?.maps.map(\.classID) ?? []
    var rows: [[MapOutcome]] = []
    for content in contents {
      guard content.maps.map(\.classID) == classes else {
        throw .unfitting(
          got: "maps of the classes \(content.maps.map(\.classID))",
          expected: "those of \(classes), as for the first method")
      }
      rows.append(try content.outcomes(classCount: classCount))
    }
    self.init(id: id, fold: ImageFold.ofImage(named: id), classes: classes, maps: rows)
  }
}
