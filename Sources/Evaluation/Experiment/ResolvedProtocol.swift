public import OpenVocabulary

/// A protocol preset by itself, for commands that run no experiment.
public struct ResolvedProtocol: Sendable {
  /// What the preset chooses.
  public let choices: EvaluationProtocol

  /// The preset's sentences.
  public let templates: PromptTemplates

  /// Reads a preset.
  ///
  /// - Parameters:
  ///   - name: The preset's name, or the path of a file.
  ///   - option: The option that states it, for messages.
  ///   - surroundings: Where presets and templates are looked for.
  /// - Throws: `ConfigurationError` where the preset is not found or wrong, `OpenVocabularyError` where
  ///   its templates are.
  public init(named name: String, option: String, in surroundings: Surroundings) throws {
    let statement = ConfigurationOverride("protocol.preset", text: name, option: option)
    let preset = try ProtocolPreset(
      namedIn: try statement.value(in: .experiment), in: surroundings)
    let reader = SettingReader(preset.layer, in: surroundings, file: nil)
      .group(ExperimentSettings.evaluationProtocol)
    choices = try EvaluationProtocol(reader)
    let templates = try reader.required(ProtocolSettings.templates)
    self.templates = try PromptTemplates(
      contentsOf: templates.value.value.file(
        .templates, statedAt: templates.origin, in: surroundings))
  }
}
