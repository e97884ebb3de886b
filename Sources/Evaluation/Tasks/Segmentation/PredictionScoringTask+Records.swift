public import Datasets
public import Foundation

extension PredictionScoringTask: RecordedTask {
  /// The methods.
  public var rowNames: [String] { sources.map(\.method) }

  /// The sample's own id.
  public func id(of sample: Sample) -> String { sample.id }

  /// The label map and the method's prediction; the image is not needed.
  public func files(of sample: Sample, row: Int) -> [String: URL] {
    ["label": sample.label, "prediction": Self.file(of: sample.id, in: sources[row].folder)]
  }

  /// Each method's confusion.
  public func contents(of outcome: SegmentationOutcome) -> [SegmentationContent] {
    outcome.confusions.map(SegmentationContent.init)
  }

  /// The outcome without its predictions.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  public func outcome(
    restoring contents: [SegmentationContent], ofSample id: String
  ) throws(RecordError) -> SegmentationOutcome {
    try SegmentationOutcome(
      id: id, restoring: contents, classCount: groundTruth.table.classCount)
  }
}
