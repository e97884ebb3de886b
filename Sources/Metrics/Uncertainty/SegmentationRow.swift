/// The pixels of one image, class by class: all that its segmentation scores are made of.
public struct SegmentationRow: Sendable, Hashable, Codable {
  /// The pixels of one class in one image.
  public struct ClassPixels: Sendable, Hashable, Codable {
    /// The class.
    public let classID: Int

    /// The scored pixels that are of the class and were predicted to be.
    public let intersection: Int64

    /// The scored pixels that were predicted to be of the class.
    public let prediction: Int64

    /// The scored pixels that are of the class.
    public let truth: Int64

    /// Creates the pixels of one class.
    ///
    /// - Precondition: no number is negative, and the intersection is no larger than either side.
    public init(classID: Int, intersection: Int64, prediction: Int64, truth: Int64) {
      precondition(
        classID >= 0 && intersection >= 0 && intersection <= min(prediction, truth),
        "Class \(classID) with \(intersection) of \(truth) true and \(prediction) predicted pixels")
      self.classID = classID
      self.intersection = intersection
      self.prediction = prediction
      self.truth = truth
    }
  }

  /// The classes that are in the image or were predicted in it, in any order; each once.
  public var classes: [ClassPixels]

  /// Creates the row of an image.
  public init(classes: [ClassPixels]) {
    self.classes = classes
  }

  /// The row of the image that a confusion matrix was filled with.
  ///
  /// - Complexity: O(classCount²).
  public init(of matrix: ConfusionMatrix) {
    classes = matrix.scores().perClass.enumerated().compactMap { classID, score in
      guard score.truthPixels > 0 || score.predictedPixels > 0 else { return nil }
      return ClassPixels(
        classID: classID, intersection: score.correctPixels, prediction: score.predictedPixels,
        truth: score.truthPixels)
    }
  }
}
