public import Imaging
public import Metrics

/// What one image gives in the segmentation task.
public struct SegmentationOutcome: Sendable {
  /// The image's id.
  public let id: String

  /// What each method predicted: train ids at the size of the ground truth; nothing where the outcome
  /// was restored from records.
  public let predictions: [LabelMap]

  /// How each method's prediction agrees with the ground truth.
  public let confusions: [ConfusionMatrix]

  /// Compares each method's prediction with the ground truth.
  ///
  /// - Throws: `MetricsError` when sizes differ or a prediction is no class.
  init(
    id: String, truth: LabelMap, predictions: [LabelMap], classCount: Int
  ) throws(MetricsError) {
    self.id = id
    self.predictions = predictions
    var confusions: [ConfusionMatrix] = []
    for prediction in predictions {
      var confusion = ConfusionMatrix(classCount: classCount)
      try confusion.add(truth: truth, prediction: prediction)
      confusions.append(confusion)
    }
    self.confusions = confusions
  }

  /// Restores what was recorded.
  ///
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  init(
    id: String, restoring contents: [SegmentationContent], classCount: Int
  ) throws(RecordError) {
    self.id = id
    predictions = []
    var confusions: [ConfusionMatrix] = []
    for content in contents { confusions.append(try content.matrix(classCount: classCount)) }
    self.confusions = confusions
  }
}
