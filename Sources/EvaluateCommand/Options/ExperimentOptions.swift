import ArgumentParser
import Evaluation
import Foundation

/// The options that choose an experiment.
struct ExperimentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The experiment: a path, or a name in Configs.", valueName: "file"))
  var config: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Overrides a setting, for example --set protocol.inputSize=64. May be repeated.",
      valueName: "key.path=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that holds the data sets; the environment variable SURGERYBENCH_DATA otherwise.",
      valueName: "folder"))
  var data: String?

  /// Reads the experiment's settings.
  ///
  /// - Parameter overrides: What options with names of their own state; they win over `--set`.
  func file(overridingWith overrides: [ConfigurationOverride] = []) throws -> ExperimentFile {
    var surroundings = Surroundings.current
    if let data {
      surroundings.environment[DataFolder.variable] = surroundings.file(at: data).path
    }
    let file = try ResourceLocator(surroundings).locate(
      .experiments, config, statedAt: .option("--config \(config)"))
    let settings = try settings.map { try ConfigurationOverride(parsing: $0) }
    return try ExperimentFile(
      ConfigurationDocument(
        contentsOf: file, overrides: settings + overrides, in: surroundings))
  }
}
