import Metrics

/// What is kept of images, as far as a run's table is made of it again, without network and data set.
///
/// A table goes the way of a run that is continued: what was recorded is restored to outcomes, these are
/// added to the task's tally, and the tally gives the rows.
protocol RescorableContent: RecordContent {
  /// The sums of the task.
  associatedtype Tally

  /// One row of the table, image by image.
  ///
  /// - Parameters:
  ///   - contents: What was kept of each image.
  ///   - ids: The ids of the images.
  ///   - classCount: The number of classes.
  /// - Returns: The row.
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  static func row(
    of contents: [Self], ids: [String], classCount: Int
  ) throws(RecordError) -> RecordedRow

  /// The sums over no images.
  static func emptyTally(by rules: ScoringRules) -> Tally

  /// Adds what was kept of one image, one content a row, to the sums.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  static func add(
    _ contents: [Self], ofSample id: String, to tally: inout Tally, by rules: ScoringRules
  ) throws(RecordError)

  /// The rows that sums give.
  static func resultRows(of tally: Tally, by rules: ScoringRules) -> [ResultRow]

  /// What images show, as an experiment's content has it; `nil` where that is told by label files.
  static func labels(of images: [Self]) -> JSONValue?
}

extension RescorableContent {
  static func labels(of images: [Self]) -> JSONValue? { nil }
}
