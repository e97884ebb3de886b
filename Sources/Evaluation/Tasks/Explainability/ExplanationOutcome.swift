public import Metrics

/// What one image gives in the explainability task.
public struct ExplanationOutcome: Sendable {
  /// The image's id.
  public let id: String

  /// The half that the image belongs to; see ``Metrics/ImageFold``.
  public let fold: Int

  /// The classes that the image shows.
  public let classes: [Int]

  /// For each row the map of each of ``classes``.
  public let maps: [[MapOutcome]]
}
