/// How well one row of a run did on each image by itself.
///
/// A data set's score is no mean of such numbers; they say where to look.
public struct ImageScores: Sendable {
  /// The score of one image.
  public struct Image: Sendable, Equatable {
    /// The image's id.
    public let id: String

    /// Its score, as a ratio.
    public let score: Double
  }

  /// The row of the table.
  public let row: String

  /// The class by which images are judged; `nil` for all that they show.
  public let className: String?

  /// The name of the score.
  public let title: String

  /// What the score is, in a sentence.
  public let meaning: String

  /// The images that have one, in their order.
  public let images: [Image]
}
