import ArgumentParser
import Evaluation

/// `evaluate run`: predicts and scores every image of an experiment and prints the table.
struct RunCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: "Run an experiment and print its table.",
      discussion: """
        The run folder keeps result.json with the experiment in full, every count and every score.

          evaluate run --config demo.json
          evaluate run --config voc20.json --data ~/datasets --limit 100 --save-predictions
          evaluate run --config voc20.json --data ~/datasets --resume

        Every image is recorded in images.jsonl as soon as it is done, so that a run which is stopped, \
        by Ctrl-C or by anything else, loses nothing.
        """)
  }

  @OptionGroup var experiment: ExperimentOptions
  @OptionGroup(title: "Images") var selection: SelectionOptions
  @OptionGroup(title: "Execution") var execution: ExecutionOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var logging: LoggingOptions

  func run() throws {
    try MatrixKernels.fit()
    let file = try experiment.file(execution.overrides + precision.overrides)
    let opened = try Experiment(opening: file, selecting: selection.selection())
    var session = RunSession(logger: logging.logger, resumes: execution.scoring.resume)
    session.savesPredictions = execution.savePredictions
    try session.run(opened)
  }
}
