import ArgumentParser
import Evaluation

/// The options that say how a run goes and where it is kept; none changes a score.
struct ExecutionOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The run folder, which must not exist; by default Results/runs/<name>-<time>.",
      valueName: "folder"))
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Images evaluated at a time, one thread each; by default one for each processor core.",
      valueName: "n"))
  var workers: Int?

  @Option(
    help: ArgumentHelp("Images that a worker takes up at a time.", valueName: "n"))
  var batch: Int?

  @Flag(help: "Keep every prediction as an index PNG of train ids in the run folder.")
  var savePredictions = false

  func validate() throws {
    for (name, value) in [("--workers", workers), ("--batch", batch)] {
      if let value, value < 1 {
        throw ValidationError("\(name) takes a number of 1 or more, not \(value).")
      }
    }
  }

  /// What the options state, as settings.
  var overrides: [ConfigurationOverride] {
    [
      output.map { ConfigurationOverride("output", text: $0, option: "--output") },
      workers.map { ConfigurationOverride("workers", number: $0, option: "--workers") },
      batch.map { ConfigurationOverride("batch", number: $0, option: "--batch") },
    ].compactMap { $0 }
  }
}
