/// A task whose outcomes are confusion matrices, wherever the predictions are from.
protocol RecordedSegmentation: RecordedTask
where Outcome == SegmentationOutcome, Content == SegmentationContent {
  /// The number of classes.
  var classCount: Int { get }
}

extension RecordedSegmentation {
  /// Each method's confusion.
  public func contents(of outcome: SegmentationOutcome) -> [SegmentationContent] {
    outcome.confusions.map(SegmentationContent.init)
  }

  /// The outcome without its predictions, which are not kept in records.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  public func outcome(
    restoring contents: [SegmentationContent], ofSample id: String
  ) throws(RecordError) -> SegmentationOutcome {
    try SegmentationOutcome(id: id, restoring: contents, classCount: classCount)
  }
}
