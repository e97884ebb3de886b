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
    let surroundings = surroundings
    let path = try ResourceLocator(surroundings).locate(
      .experiments, config, statedAt: .option("--config \(config)"))
    return warningOfIdleData(
      try ExperimentFile(
        ConfigurationDocument(contentsOf: path, overrides: stated() + more, in: surroundings)))
  }

  /// A data set without an experiment's file.
  ///
  /// - Parameters:
  ///   - kind: The name of the kind of data set.
  ///   - root: Its folder; by default that of all data sets.
  ///   - split: The part of it; by default the kind's own.
  /// - Returns: The settings, nothing opened yet.
  /// - Throws: `ConfigurationError` where there is no such kind or a setting is wrong.
  func file(ofDataset kind: String, root: String?, split: String?) throws -> ExperimentFile {
    warningOfIdleData(
      try ExperimentFile(
        datasetOfKind: kind, root: root, split: split, overrides: stated(), in: surroundings))
  }

  /// Says where `--data` has no effect, which is not what somebody who states it means.
  private func warningOfIdleData(_ file: ExperimentFile) -> ExperimentFile {
    if data != nil, !file.document.namesDataFolder {
      StandardError.write(
        """
        warning: --data changes nothing here: no path of this experiment contains \
        ${\(DataFolder.variable)}\n
        """)
    }
    return file
  }

  /// Whether anything is stated.
  var isStated: Bool { !set.isEmpty || data != nil }

  private func stated() throws -> [ConfigurationOverride] {
    try set.map { try ConfigurationOverride(parsing: $0) }
  }

  /// Those of the process, with the folder of data sets that is stated.
  private var surroundings: Surroundings {
    var surroundings = Surroundings.current
    if let data {
      surroundings.environment[DataFolder.variable] = surroundings.file(at: data).path
    }
    return surroundings
  }
}
