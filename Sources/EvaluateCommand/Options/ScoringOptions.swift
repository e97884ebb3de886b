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

  @OptionGroup var workers: WorkerOptions

  @Flag(
    help: ArgumentHelp(
      "Go on with a run that was stopped, from the first image that it did not record.",
      discussion: """
        Without --output it is the last unfinished one of this name in Results/runs; where there is none, \
        a new one begins.
        """))
  var resume = false

  /// What the options state, as settings.
  var overrides: [ConfigurationOverride] {
    (output.map { [ConfigurationOverride("output", text: $0, option: "--output")] } ?? [])
      + workers.overrides
  }
}
