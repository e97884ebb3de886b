import ArgumentParser
import Evaluation

/// The options that say how a run that predicts goes, beside those of one that only scores.
struct ExecutionOptions: ParsableArguments {
  @OptionGroup var scoring: ScoringOptions

  @Option(
    help: ArgumentHelp("Neighbouring images that a worker takes up at once.", valueName: "n"))
  var batch: Int?

  @Flag(help: "Keep every prediction as an index PNG of train ids in the run folder.")
  var savePredictions = false

  func validate() throws {
    if let batch, batch < 1 {
      throw ValidationError("--batch takes a number of 1 or more, not \(batch).")
    }
  }

  /// What the options state, as settings.
  var overrides: [ConfigurationOverride] {
    scoring.overrides
      + (batch.map { [ConfigurationOverride("batch", number: $0, option: "--batch")] } ?? [])
  }
}
