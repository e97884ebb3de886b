import ArgumentParser
import Evaluation

/// The options that say which experiment is meant.
struct ExperimentOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The experiment's file.",
      discussion: "A path, or the name of a file in Configs with or without .json.",
      valueName: "file"))
  var config: String

  @OptionGroup var overrides: OverrideOptions

  /// The experiment as its file and these options state it.
  ///
  /// - Parameter more: What other options state; it wins over the file and `--set`.
  /// - Returns: The settings, nothing opened yet.
  /// - Throws: `ConfigurationError` where the configuration is not found or wrong.
  func file(_ more: [ConfigurationOverride] = []) throws -> ExperimentFile {
    try overrides.file(config, more)
  }
}
