public import ArgumentParser
import CLIP
import Checkpoints
import Evaluation
import Foundation
public import Tensors

/// The options that choose a model and a protocol without an experiment.
struct ModelOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The weights; by default the demo's small model.", valueName: "file"))
  var checkpoint: String?

  @Option(
    help: ArgumentHelp(
      "The merges; by default those beside the weights, else OpenAI's.", valueName: "file"))
  var vocabulary: String?

  @Option(
    help: ArgumentHelp(
      """
      The activation of both towers, quick-gelu or gelu, where the checkpoint does not tell it or tells \
      it wrong.
      """, valueName: "name"))
  var activation: Activation?

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(
      "The protocol; by default paper, or demo with the demo's model.", valueName: "name"))
  var protocolName: String?

  /// What the options choose.
  struct Chosen {
    /// The file of weights.
    let checkpoint: URL

    /// The preset.
    let `protocol`: ResolvedProtocol

    fileprivate let activation: Activation?
    fileprivate let statedVocabulary: Stated<URL>?
    fileprivate let surroundings: Surroundings

    /// The file of merges, which is needed for texts only.
    func vocabulary() throws -> URL {
      try Vocabulary(stated: statedVocabulary, beside: checkpoint, in: surroundings).file
    }

    /// Loads the model, and warns where its activation is only assumed.
    ///
    /// - Throws: `CheckpointError` or `CLIPError` where the weights cannot be used.
    func model(multipliedBy multiplier: any MatrixMultiplier) throws -> CLIPModel {
      let model = try CLIPModel(
        source: CheckpointFile.open(checkpoint).byOpenAINames(), multiplier: multiplier,
        activation: activation)
      let activations = try model.inspection.activations.get()
      if let warning = AssumptionWarning(of: activations, statedBy: "--activation ") {
        StandardError.write("warning: \(warning)\n")
      }
      return model
    }

    /// What cuts texts into the tokens that a model knows.
    ///
    /// - Throws: `ConfigurationError` or `VocabularyError` where the merges are missing or do not fit.
    func tokenizer(for model: CLIPModel) throws -> BytePairTokenizer {
      try BytePairTokenizer(
        vocabulary: vocabulary(), expectedSize: model.architecture.text.vocabularySize)
    }
  }

  /// Finds the files.
  ///
  /// - Throws: `ConfigurationError` where one is missing.
  func chosen(in surroundings: Surroundings) throws -> Chosen {
    let preset = protocolName ?? (checkpoint == nil ? "demo" : "paper")
    return Chosen(
      checkpoint: try checkpoint.map { surroundings.file(at: $0) }
        ?? ResourceLocator(surroundings).locate(
          .demoModel, "model", statedAt: .option("--checkpoint")),
      protocol: try ResolvedProtocol(
        named: preset, option: "--protocol", in: surroundings),
      activation: activation,
      statedVocabulary: vocabulary.map {
        Stated(surroundings.file(at: $0), from: .option("--vocabulary \($0)"))
      },
      surroundings: surroundings)
  }
}

extension Activation: ExpressibleByArgument {}
