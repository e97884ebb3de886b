import ArgumentParser
import Evaluation
import Reporting

/// `evaluate score`: scores predictions made elsewhere.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores predictions that were saved before; no model and no images are needed.",
    discussion: """
      A prediction is an index PNG of the ground truth's size: <folder>/<id>.png, or \
      <folder>/<method>/<id>.png where there are several methods. 255 means that nothing is predicted.

      EXAMPLES:
        evaluate score --config voc20.json --data ~/data --predictions my-masks
        evaluate score --config cityscapes.json --predictions labelIds --encoding raw
      """)

  @OptionGroup var experiment: ExperimentOptions

  @Option(help: ArgumentHelp("The folder of predictions.", valueName: "folder"))
  var predictions: String

  @Option(help: "What their values are: train ids from 0, or the data set's raw labels.")
  var encoding = PredictionEncoding.train

  @OptionGroup(title: "Samples") var selection: SelectionOptions
  @OptionGroup(title: "Execution") var execution: ExecutionOptions

  func run() throws {
    let messages = Messages(execution)
    let file = try experiment.file(overridingWith: execution.overrides)
    let opened = try Experiment(
      opening: file, selecting: selection.selection(), for: .scoringPredictions)
    let folder = try RunFolder(at: RunLocation.url(for: file))
    let progress = RunProgressLine(messages, workers: file.workers)
    let result = try ExperimentRun(opened, by: Program.forResults).score(
      predictions: Surroundings.current.file(at: predictions), encoding: encoding, into: folder,
      progress: { progress.show($0) })
    progress.finish()
    ResultOutput(result, of: opened, in: folder.url).print()
  }
}

extension PredictionEncoding: ExpressibleByArgument {}
