import ArgumentParser
import Evaluation

/// The options that say how fast a run goes and where it is kept; none changes a score.
struct ScoringOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The run folder, which must not exist without --resume; by default Results/runs/<name>-<time>.",
      valueName: "folder"))
  var output: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Images taken up at a time, one thread each; by default one for each processor core.",
      valueName: "n"))
  var workers: Int?

  @Flag(
    help: ArgumentHelp(
      "Go on with a run that was stopped, from the first image that it did not record.",
      discussion: """
        Without --output it is the last unfinished one of this name in Results/runs; where there is none, \
        a new one begins.
        """))
  var resume = false

  func validate() throws {
    if let workers, workers < 1 {
      throw ValidationError("--workers takes a number of 1 or more, not \(workers).")
    }
  }

  /// What the options state, as settings.
  var overrides: [ConfigurationOverride] {
    [
      output.map { ConfigurationOverride("output", text: $0, option: "--output") },
      workers.map { ConfigurationOverride("workers", number: $0, option: "--workers") },
    ].compactMap { $0 }
  }
}
