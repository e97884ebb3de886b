/// The question that an experiment asks of a method.
public enum TaskKind: String, Sendable, Codable, CaseIterable {
  /// Which class does each pixel show?
  case segmentation

  /// Where is each class that the image shows?
  case explainability

  /// Which classes does the image show?
  case recognition = "multi-label"

  /// Which points lie on a class that the image shows, and which beside it?
  case points
}
