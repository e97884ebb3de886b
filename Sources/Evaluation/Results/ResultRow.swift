public import Metrics

/// What one method scored over all images of a run.
public struct ResultRow: Sendable, Equatable {
  /// The method's name in the experiment, with the score it was read from where there are several.
  public let method: String

  /// How many images were scored.
  public let images: Int

  /// The scores that sum the run up, in the unit of their ``Metrics/ScoreName`` and unrounded; an
  /// undefined score is `nil`.
  public let metrics: [ScoreName: Double?]

  /// The scores of each class, in the order of the class list.
  public let perClass: [ClassRow]

  /// The positions of classes that count in no mean, in ascending order.
  public let leftOutOfMeans: [Int]

  /// How much the scores were computed from, beside the images, such as pairs of an image and a class.
  public let counts: [String: Int]

  /// The counts that a segmentation's scores are computed from.
  public let confusion: ConfusionMatrix?

  /// Creates a row.
  init(
    method: String, images: Int, metrics: [ScoreName: Double?], perClass: [ClassRow],
    leftOutOfMeans: [Int] = [], counts: [String: Int] = [:], confusion: ConfusionMatrix? = nil
  ) {
    self.method = method
    self.images = images
    self.metrics = metrics
    self.perClass = perClass
    self.leftOutOfMeans = leftOutOfMeans
    self.counts = counts
    self.confusion = confusion
  }
}

extension Double? {
  /// The ratio as a percentage; undefined stays undefined.
  var percent: Double? {
    map { $0 * 100 }
  }
}
