import CLIP
import Checkpoints
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
    guard let files = experiment.model else {
      preconditionFailure("An experiment opened for scoring predictions has no model to run")
    }
    let choices = experiment.evaluationProtocol
    let task = experiment.file.task
    progress(RunProgress(.loadingModel, 0, of: 1))
    model = try CLIPModel(
      source: CheckpointFile.open(files.checkpoint).byOpenAINames(), multiplier: multiplier,
      heads: files.stated.heads, activation: files.stated.activation)
    let tokenizer = try BytePairTokenizer(
      vocabulary: files.vocabulary.file,
      expectedSize: model.architecture.text.vocabularySize)
    progress(RunProgress(.loadingModel, 1, of: 1))

    let ensemble = TextEnsemble(
      templates: experiment.templates, tokenizer: tokenizer, encoder: model.text,
      truncates: choices.truncatesText, workers: workers)
    redundantFeature =
      task == .points && choices.pointTexts == .single ? try ensemble.redundantFeature() : nil
    classifier = try TextClassifier(
      experiment.data.classList, encodedBy: ensemble
    ) { progress(RunProgress(.encodingPrompts, $0, of: $1)) }

    self.multiplier = multiplier
    methods = experiment.methods.map { choices.effective($0, in: task) }
    inputSize = choices.inputSizes[task]
    tokenNormalisation = choices.tokenNormalisation
  }
}
