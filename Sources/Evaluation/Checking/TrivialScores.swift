/// What a data set gives to answers that look at no image; a method has to do better.
public struct TrivialScores: Sendable, Equatable {
  /// The explainability mIoU of maps that are foreground everywhere, between 0 and 1.
  ///
  /// For a class in an image it is `inside / (inside + outside)`: the class's share of the pixels
  /// that are not void. The mean is taken over the images that show the class and then over the
  /// classes, a background left out. `nil` where no image shows a class.
  public let allForeground: Double?

  /// The train id of the class with the most pixels, the first where several have as many; `nil`
  /// where no pixel is scored.
  public let majorityClass: Int?

  /// The mean over the classes that occur of intersection over union where the majority class is
  /// predicted everywhere: `pixels_majority / (pixels · classes)`, between 0 and 1.
  public let majorityMIoU: Double?

  /// The share of the scored pixels that are of the majority class, between 0 and 1.
  public let majorityAccuracy: Double?
}
