/// How the intersections over unions of many maps become one number.
public enum ThresholdAverage: String, Sendable, Codable, CaseIterable {
  /// The mean over the images that show a class, then over the classes.
  case classThenDataset = "class-then-dataset"

  /// The mean over all pairs of an image and a class it shows.
  case pair

  /// The intersections and the unions of a class are summed over its images and divided once; then the
  /// mean over the classes.
  case accumulate
}
