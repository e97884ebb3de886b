public import ArgumentParser
public import Datasets
import Evaluation
import Foundation

/// `evaluate score`: scores predictions that were saved before.
struct ScoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "score",
      abstract: "Score saved predictions; no model and no images are needed.",
      discussion: """
        Predictions are index PNGs of the label maps' size, ID.png, or METHOD/ID.png for several methods.

          evaluate score --config voc20.json --predictions Results/runs/mine/predictions
          evaluate score --config voc20.json --predictions masks --encoding raw
        """)
  }

  @OptionGroup var experiment: ExperimentOptions

  @Option(help: ArgumentHelp("The folder of predictions.", valueName: "folder"))
  var predictions: String

  @Option(help: "What the predictions hold: train ids, or the raw labels of the data set's files.")
  var encoding = LabelEncoding.trainIDs

  @OptionGroup(title: "Images") var selection: SelectionOptions
  @OptionGroup(title: "Execution") var execution: ScoringOptions
  @OptionGroup var logging: LoggingOptions

  func run() throws {
    let file = try experiment.file(execution.overrides)
    let opened = try Experiment(
      opening: file, selecting: selection.selection(), for: .scoringPredictions)
    try RunSession(logger: logging.logger, resumes: execution.resume).score(
      opened, predictions: Surroundings.current.file(at: predictions), encoding: encoding)
  }
}

extension LabelEncoding: ExpressibleByArgument {}
