import OpenVocabulary
import Tensors

extension ImageScorer {
  /// Loads the model of an experiment and encodes the texts of its classes.
  ///
  /// - Parameters:
  ///   - experiment: What is asked; it must have been opened for evaluating.
  ///   - multiplier: What multiplies the matrices.
  ///   - workers: The threads that share the prompts.
  ///   - progress: Told how far it has come.
  /// - Throws: `CheckpointError`, `CLIPError`, `VocabularyError` or `TokenizerError` when the model's
  ///   files cannot be used.
  /// - Precondition: the experiment has a model.
  init(
    _ experiment: Experiment, multiplier: any MatrixMultiplier, workers: Workers,
    progress: @Sendable (RunProgress) -> Void
  ) throws {
    let choices = experiment.evaluationProtocol
    let task = experiment.file.task
    let loaded = try ExperimentModel(
      of: experiment, multiplier: multiplier, workers: workers, progress: progress)
    model = loaded.clip
    let redundantFeature =
      choices.comparesSingleTexts(in: task) ? try loaded.ensemble.redundantFeature() : nil
    texts = TokenScorer(
      classifier: try loaded.classifier(of: experiment, progress: progress),
      multiplier: multiplier, tokenNormalisation: choices.tokenNormalisation,
      redundantFeature: redundantFeature)
    methods = ScoredMethod.rows(
      of: experiment.methods.map { choices.effective($0, in: task) }, at: choices.inputSizes[task])
  }
}
