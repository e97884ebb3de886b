public import Metrics

/// What one image gives in the multi-label task.
public struct RecognitionOutcome: Sendable {
  /// The image's id.
  public let id: String

  /// What the image shows, one entry a class.
  public let truth: [RecognitionTally.Presence]

  /// For each row of the table the score of each class.
  public let scores: [[Float]]
}
