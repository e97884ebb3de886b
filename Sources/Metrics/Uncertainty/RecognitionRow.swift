/// The scores and the truth of one image of a multi-label benchmark.
public struct RecognitionRow: Sendable, Equatable {
  /// One a class; more is more likely.
  public var scores: [Float]

  /// What the image shows, one a class.
  public var truth: [RecognitionTally.Presence]

  /// Creates the row of an image.
  public init(scores: [Float], truth: [RecognitionTally.Presence]) {
    self.scores = scores
    self.truth = truth
  }
}
