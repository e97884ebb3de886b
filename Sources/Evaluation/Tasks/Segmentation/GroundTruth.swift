import Datasets
import Imaging

/// How the label maps of a data set become the truth that predictions are held against.
struct GroundTruth: Sendable {
  /// What the raw labels mean.
  let table: LabelTable

  /// A class whose pixels are not scored, such as a background that is never predicted.
  let unscoredClass: Int?

  /// The truth of one sample, as train ids.
  ///
  /// - Throws: `ImagingError` or `DatasetError` when its label map cannot be used.
  func labels(of sample: Sample) throws -> LabelMap {
    var truth = try sample.groundTruth(using: table)
    if let unscoredClass {
      for index in truth.labels.indices where truth.labels[index] == unscoredClass {
        truth.labels[index] = LabelMap.ignored
      }
    }
    return truth
  }
}
