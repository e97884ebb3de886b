public import Datasets
public import Foundation

extension PredictionScoringTask: RecordedSegmentation {
  /// The methods.
  public var rowNames: [String] { sources.map(\.method) }

  /// The label map and the method's prediction; the image is not needed.
  public func files(of sample: Sample, row: Int) -> [String: URL] {
    ["label": sample.label, "prediction": Self.file(of: sample.id, in: sources[row].url)]
  }

  var classCount: Int { groundTruth.table.classCount }
}
