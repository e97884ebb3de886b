import ArgumentParser
import Evaluation
import Foundation

/// The options that change what an experiment's file states.
struct OverrideOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Set a key of the configuration; may be repeated.",
      discussion: """
        For example --set protocol.inputSize=224 or --set 'method=["clip","clip-surgery"]'. \
        `evaluate show --keys` lists every key.
        """,
      valueName: "key.path=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "The folder that holds the data sets, for ${SURGERYBENCH_DATA} in configurations.",
      valueName: "folder"))
  var data: String?

  /// The experiment as its file and these options state it.
  ///
  /// - Parameters:
  ///   - config: The file's path, or its name in Configs.
  ///   - more: What other options state; it wins over the file and `--set`.
  /// - Returns: The settings, nothing opened yet.
  /// - Throws: `ConfigurationError` where the configuration is not found or wrong.
  func file(_ config: String, _ more: [ConfigurationOverride]) throws -> ExperimentFile {
    var surroundings = Surroundings.current
    if let data {
      surroundings.environment[DataFolder.variable] = surroundings.file(at: data).path
    }
    let path = try ResourceLocator(surroundings).locate(
      .experiments, config, statedAt: .option("--config \(config)"))
    let stated = try set.map { try ConfigurationOverride(parsing: $0) }
    return try ExperimentFile(
      ConfigurationDocument(contentsOf: path, overrides: stated + more, in: surroundings))
  }
}
