public import ArgumentParser
public import Datasets
import Evaluation
import Foundation

/// `evaluate score`: scores what was predicted before, here or by another program.
struct ScoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "score",
      abstract:
        "Score saved predictions or another program's scores; no model and no images are needed.",
      discussion: """
        Predictions are index PNGs of the label maps' size, ID.png, or METHOD/ID.png for several methods.

          evaluate score --config voc20.json --predictions run/predictions
          evaluate score --config voc20.json --predictions masks --encoding raw

        Score maps go through every later stage of every task: ID.safetensors or ID.npy, or METHOD/ID…, \
        each with one of

          scores [C, h, w]    how much each place shows each class
          image_scores [C]    how much the image does (multi-label)
          tokens [1+N, D]     the class token, then the patches

        Tokens meet the features of text.safetensors: text [C, D]. Documentation/scores-from-elsewhere.md \
        says it in full and has the lines of Python that write such files.

          evaluate score --config voc20.json --score-maps maps
          evaluate score --config explainability/voc2012.json \\
            --score-maps maps --set method=clip-surgery
        """)
  }

  @OptionGroup var experiment: ExperimentOptions

  @Option(help: ArgumentHelp("The folder of predictions.", valueName: "folder"))
  var predictions: String?

  @Option(
    help: ArgumentHelp("The folder of scores, or of tokens and texts.", valueName: "folder"))
  var scoreMaps: String?

  @Option(
    help: """
      What the predictions hold: train ids, or the raw labels of the data set's files; by default train \
      ids.
      """)
  var encoding: LabelEncoding?

  @Flag(help: "With --score-maps, write every prediction too, as an index PNG.")
  var savePredictions = false

  @OptionGroup(title: "Images") var selection: SelectionOptions
  @OptionGroup(title: "Execution") var execution: ScoringOptions
  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    guard (predictions == nil) != (scoreMaps == nil) else {
      throw ValidationError("Expected one of --predictions <folder> and --score-maps <folder>.")
    }
    guard encoding == nil || predictions != nil else {
      throw ValidationError("--encoding is about --predictions, which is missing.")
    }
    guard !savePredictions || scoreMaps != nil else {
      throw ValidationError("--save-predictions is about --score-maps, which is missing.")
    }
  }

  func run() throws {
    if scoreMaps != nil { try MatrixKernels.fit() }
    let surroundings = Surroundings.current
    let file = try experiment.file(execution.overrides)
    var session = RunSession(logger: logging.logger, resumes: execution.resume)
    if let predictions {
      let opened = try Experiment(
        opening: file, selecting: selection.selection(), for: .scoringPredictions)
      return try session.score(
        opened, predictions: surroundings.file(at: predictions), encoding: encoding ?? .trainIDs)
    }
    guard let scoreMaps else { return }
    session.savesPredictions = savePredictions
    try session.run(
      Experiment(
        opening: file, selecting: selection.selection(),
        for: .scoringMaps(surroundings.file(at: scoreMaps))))
  }
}

extension LabelEncoding: ExpressibleByArgument {}
