import Datasets

extension EvaluationData {
  /// The data with a part of its images, in their own order.
  ///
  /// - Throws: `DatasetError` when the selection does not fit.
  func selecting(_ selection: SampleSelection) throws(DatasetError) -> EvaluationData {
    switch self {
    case .labelMaps(let dataset): .labelMaps(try dataset.selecting(selection))
    case .regions(let dataset): .regions(try dataset.selecting(selection))
    case .labelledImages(let dataset): .labelledImages(try dataset.selecting(selection))
    }
  }
}
