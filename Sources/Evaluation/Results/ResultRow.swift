public import Metrics

/// What one method scored over all images of a run.
public struct ResultRow: Sendable, Equatable {
  /// The method's name in the experiment.
  public let method: String

  /// How many images were scored.
  public let images: Int

  /// The scores that sum the run up, in percent and unrounded, by the names the field uses; an
  /// undefined score is `nil`.
  public let metrics: [SegmentationMetric: Double?]

  /// The scores of each class, in the order of the train ids.
  public let perClass: [ClassRow]

  /// The train ids of classes that count in no mean, in ascending order.
  public let leftOutOfMeans: [Int]

  /// The counts that everything else is computed from.
  public let confusion: ConfusionMatrix

  /// Computes a row from counts.
  ///
  /// - Parameters:
  ///   - method: The method's name.
  ///   - classNames: One name a class of the matrix.
  ///   - images: How many images were counted.
  ///   - confusion: The counts.
  ///   - policy: What classes without true pixels do to the means.
  ///   - leftOut: Classes that count in no mean.
  /// - Precondition: there are as many names as classes.
  public init(
    method: String, classNames: [String], images: Int, confusion: ConfusionMatrix,
    policy: AbsentClassPolicy, leavingOut leftOut: Set<Int>
  ) {
    precondition(
      classNames.count == confusion.classCount,
      "\(classNames.count) names for \(confusion.classCount) classes")
    let scores = confusion.scores(policy: policy, leavingOut: leftOut)
    self.method = method
    self.images = images
    self.confusion = confusion
    leftOutOfMeans = scores.leftOut
    metrics = Dictionary(
      uniqueKeysWithValues: SegmentationMetric.allCases.map { ($0, scores[$0].percent) })
    perClass = zip(classNames, scores.perClass).map { name, score in
      ClassRow(
        name: name, iou: score.intersectionOverUnion.percent, accuracy: score.accuracy.percent,
        truthPixels: score.truthPixels, predictedPixels: score.predictedPixels)
    }
  }
}

extension Double? {
  /// The ratio as a percentage; undefined stays undefined.
  fileprivate var percent: Double? {
    map { $0 * 100 }
  }
}
