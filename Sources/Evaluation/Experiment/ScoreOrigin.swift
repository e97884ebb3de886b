/// Where an experiment's scores are from.
public enum ScoreOrigin: Sendable {
  /// A network that runs here.
  case model(ModelFiles)

  /// Predictions that were saved before: all that is left is to count.
  case predictions

  /// Scores, or tokens and texts, that another program computed.
  case scoreMaps(ScoreMapFolder)
}

extension ScoreOrigin {
  /// Opens what is scored without a network.
  ///
  /// - Throws: ``ScoreMapError`` and `CheckpointError`, where a folder of scores cannot be used.
  static func elsewhere(
    _ purpose: Experiment.Purpose, _ file: ExperimentFile, _ data: EvaluationData
  ) throws -> ScoreOrigin {
    guard case .scoringMaps(let folder) = purpose else { return .predictions }
    let choices = file.evaluationProtocol
    return .scoreMaps(
      try ScoreMapFolder(
        at: folder, of: data, for: file.task,
        methods: file.methods.map { choices.effective($0, in: file.task) }, by: choices))
  }
}
