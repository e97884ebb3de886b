public import Metrics

extension TaskKind {
  /// The scores that sum the task up, the first one first.
  public var scores: [ScoreName] {
    switch self {
    case .segmentation: ScoreName.segmentation
    case .explainability: ScoreName.explainability
    case .recognition: ScoreName.recognition
    case .points: ScoreName.points
    }
  }
}
