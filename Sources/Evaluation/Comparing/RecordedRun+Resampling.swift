import Metrics

extension RecordedRun {
  /// A row, to be scored on any choice of its images by the rules of the run.
  func resampled(_ position: Int) -> ResampledRow {
    let rules = ScoringRules(of: result)
    let classCount = rules.classCount
    switch rows[position] {
    case .segmentation(let images):
      return .segmentation(
        ResampledSegmentation(
          images, classCount: classCount, policy: rules.absentClasses,
          leavingOut: rules.leftOutOfMeans))
    case .explanation(let images):
      return .explanation(
        ResampledExplanation(
          images, classCount: classCount,
          scope: rules.explanation.thresholdScope, average: rules.explanation.thresholdAverage,
          countingBackground: rules.explanation.countsBackground))
    case .recognition(let images):
      return .recognition(ResampledRecognition(images, classCount: classCount))
    case .points(let images):
      return .points(ResampledPoints(images, classCount: classCount))
    }
  }
}
