public import Metrics

/// The scores of one method on one benchmark, in percent, as they stand in a run's result.
public struct MethodScores: Sendable, Equatable {
  /// The name of the method.
  public var method: String

  /// The summary scores in percent; an undefined one is absent.
  public var metrics: [SegmentationMetric: Double]

  /// Intersection over union of each class in percent, in the order of the train ids; `nil` where
  /// it is undefined.
  public var classIoU: [Double?]

  /// Creates a row from stored numbers.
  ///
  /// - Parameters:
  ///   - method: The name of the method.
  ///   - metrics: The summary scores in percent; an undefined one is absent.
  ///   - classIoU: Intersection over union of each class in percent.
  public init(method: String, metrics: [SegmentationMetric: Double], classIoU: [Double?]) {
    self.method = method
    self.metrics = metrics
    self.classIoU = classIoU
  }

  /// Creates a row from the scores of a confusion matrix.
  public init(method: String, scores: SegmentationScores) {
    var metrics: [SegmentationMetric: Double] = [:]
    for metric in SegmentationMetric.allCases {
      metrics[metric] = scores[metric].map { 100 * $0 }
    }
    self.init(
      method: method, metrics: metrics,
      classIoU: scores.perClass.map { $0.intersectionOverUnion.map { 100 * $0 } })
  }
}
