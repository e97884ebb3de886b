/// The question that an experiment asks of a method.
public enum TaskKind: String, Sendable, Codable, CaseIterable {
  /// Which class does each pixel show?
  case segmentation
}
