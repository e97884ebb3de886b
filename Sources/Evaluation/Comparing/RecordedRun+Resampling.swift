import Metrics

extension RecordedRun {
  /// A row, to be scored on any choice of its images by the rules of the run.
  func resampled(_ position: Int) -> ResampledRow {
    let classCount = result.rows[position].perClass.count
    switch rows[position] {
    case .segmentation(let images):
      return .segmentation(
        ResampledSegmentation(
          images, classCount: classCount,
          policy: result.absentClassPolicy ?? .predictedCountsZero,
          leavingOut: Set(result.rows[position].leftOutOfMeans)))
    case .explanation(let images):
      let rule = result.experiment["content", "protocol", "explainability", "threshold"]
      return .explanation(
        ResampledExplanation(
          images, classCount: classCount,
          scope: rule?["scope"]?.text.flatMap(ThresholdScope.init) ?? .dataset,
          average: rule?["average"]?.text.flatMap(ThresholdAverage.init) ?? .classThenDataset,
          countingBackground: rule?["background"] == .boolean(true)))
    case .recognition(let images):
      return .recognition(ResampledRecognition(images, classCount: classCount))
    case .points(let images):
      return .points(ResampledPoints(images, classCount: classCount))
    }
  }
}
