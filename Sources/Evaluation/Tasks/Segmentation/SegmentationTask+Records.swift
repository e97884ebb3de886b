import Datasets
import OpenVocabulary

extension SegmentationTask: RecordedSegmentation {
  /// The methods.
  public var rowNames: [String] { scorer.rows.map(\.name) }

  var classCount: Int { groundTruth.table.classCount }
}
