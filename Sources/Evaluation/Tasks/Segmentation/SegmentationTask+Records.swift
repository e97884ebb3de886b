public import Datasets
public import Foundation
import OpenVocabulary

extension SegmentationTask: RecordedTask {
  /// The methods.
  public var rowNames: [String] { scorer.rows.map(\.name) }

  /// The sample's own id.
  public func id(of sample: Sample) -> String { sample.id }

  /// The image and its label map.
  public func files(of sample: Sample, row: Int) -> [String: URL] { sample.files }

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
    try SegmentationOutcome(
      id: id, restoring: contents, classCount: groundTruth.table.classCount)
  }
}

extension Sample {
  /// The files that decide what a method has of a sample, by their role.
  var files: [String: URL] { ["image": image, "label": label] }
}
