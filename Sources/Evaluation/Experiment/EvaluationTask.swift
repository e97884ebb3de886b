/// The question that an experiment asks of a method.
public enum EvaluationTask: String, Sendable, Codable, CaseIterable {
  /// Which class does each pixel show?
  case segmentation
}
