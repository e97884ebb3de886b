/// How sure it is that a protocol's choice is the one the paper's numbers were made with.
public enum Confidence: String, Sendable, Codable, CaseIterable {
  /// The authors or their code say so.
  case stated

  /// It follows from other evidence, which the note names.
  case inferred

  /// Nobody outside knows; the value is the most natural one.
  case unknown

  /// It is our own choice for our own data and claims nothing about the paper.
  case own
}
