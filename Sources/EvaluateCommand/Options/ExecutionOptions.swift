import ArgumentParser
import Evaluation

/// The options that say how a run is executed, none of which moves a score.
struct ExecutionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The run folder, which must not exist yet; by default Results/runs/<name>-<time>.",
      valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many images are computed side by side, one thread each; by default one per core.",
      valueName: "count"))
  var workers: Int?

  @Option(
    help: ArgumentHelp("How many images a worker takes up at a time.", valueName: "count"))
  var batch: Int?

  @Flag(name: .shortAndLong, help: "Say more on standard error.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--verbose and --quiet exclude each other.") }
  }

  /// The settings that these options state.
  var overrides: [ConfigurationOverride] {
    [
      output.map { ConfigurationOverride("output", text: $0, option: "--output") },
      workers.map { ConfigurationOverride("workers", number: $0, option: "--workers") },
      batch.map { ConfigurationOverride("batch", number: $0, option: "--batch") },
    ].compactMap { $0 }
  }
}
