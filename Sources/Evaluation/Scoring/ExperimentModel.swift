import CLIP
import Checkpoints
import OpenVocabulary
import Tensors

/// The network of an experiment with what encodes its texts.
struct ExperimentModel: Sendable {
  let clip: CLIPModel

  /// What encodes texts through the experiment's templates.
  let ensemble: TextEnsemble<TextTransformer>

  /// Loads the model of an experiment.
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
    of experiment: Experiment, multiplier: any MatrixMultiplier, workers: Workers,
    progress: @Sendable (RunProgress) -> Void
  ) throws {
    guard let files = experiment.model else {
      preconditionFailure("An experiment opened for scoring predictions has no model to run")
    }
    progress(RunProgress(.loadingModel, 0, of: 1))
    clip = try CLIPModel(
      source: CheckpointFile.open(files.checkpoint).byOpenAINames(), multiplier: multiplier,
      heads: files.stated.heads, activation: files.stated.activation)
    let tokenizer = try BytePairTokenizer(
      vocabulary: files.vocabulary.file,
      expectedSize: clip.architecture.text.vocabularySize)
    progress(RunProgress(.loadingModel, 1, of: 1))
    ensemble = TextEnsemble(
      templates: experiment.templates, tokenizer: tokenizer, encoder: clip.text,
      truncates: experiment.evaluationProtocol.truncatesText, workers: workers)
  }

  /// The features of the experiment's classes.
  ///
  /// - Throws: `TokenizerError` or `CLIPError` where a prompt cannot be encoded.
  func classifier(
    of experiment: Experiment, progress: @Sendable (RunProgress) -> Void
  ) throws -> TextClassifier {
    try TextClassifier(experiment.data.classList, encodedBy: ensemble) {
      progress(RunProgress(.encodingPrompts, $0, of: $1))
    }
  }
}
