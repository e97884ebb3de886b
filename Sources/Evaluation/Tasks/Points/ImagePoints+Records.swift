import Metrics

extension ImagePoints {
  /// Restores what was recorded, one content a row.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  init(id: String, restoring contents: [PointContent], classCount: Int) throws(RecordError) {
    let classes = contents.first?.points.map(\.classID) ?? []
    var rows: [[PointOutcome]] = []
    for content in contents {
      guard content.points.map(\.classID) == classes else {
        throw .unfitting(
          got: "points of the classes \(content.points.map(\.classID))",
          expected: "those of \(classes), as for the first method")
      }
      rows.append(try content.outcomes(classCount: classCount))
    }
    self.init(
      id: id, classes: classes,
      outcomes: classes.indices.map { place in rows.map { $0[place] } })
  }
}
