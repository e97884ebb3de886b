import Evaluation
import Foundation
import OpenVocabulary

/// A model and a protocol chosen by options alone, without an experiment.
struct StandaloneModel {
  /// The file of weights.
  let checkpoint: URL

  /// The protocol's choices.
  let choices: EvaluationProtocol

  /// The protocol's sentences.
  let templates: PromptTemplates

  private let vocabularyOption: String?
  private let surroundings: Surroundings

  /// Finds the files: those of the options, else those of the demo.
  init(
    checkpoint: String?, vocabulary: String?, protocolName: String?, in surroundings: Surroundings
  ) throws {
    let preset = protocolName ?? (checkpoint == nil ? "demo" : "paper")
    let resolved = try ResolvedProtocol(named: preset, in: surroundings)
    choices = resolved.choices
    templates = resolved.templates
    self.surroundings = surroundings
    vocabularyOption = vocabulary
    self.checkpoint =
      try checkpoint.map { surroundings.file(at: $0) }
      ?? ResourceLocator(surroundings).locate(
        .demoModel, "model", statedAt: .option("without --checkpoint"))
  }

  /// The file of merges: that of the option, else the one beside the weights, else the cached one.
  func vocabulary() throws -> URL {
    let stated = vocabularyOption.map {
      Stated(surroundings.file(at: $0), from: SettingOrigin.option("--vocabulary \($0)"))
    }
    return try Vocabulary(stated: stated, beside: checkpoint, in: surroundings).file
  }
}
