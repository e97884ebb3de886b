import Datasets
import Evaluation
import Foundation
import Logging
import Metrics
import OpenVocabulary
import Reporting
import Tensors

/// A run as the person at the terminal sees it: what is about to happen, how far it is, the tables.
struct RunSession {
  /// Where messages go.
  let logger: Logger

  /// Whether a run that is there already is gone on with.
  var resumes = false

  /// Whether every prediction is written too.
  var savesPredictions = false

  /// Whether the tables are printed when the run is done.
  var printsTables = true

  /// Where the run goes; `nil` for where the experiment says.
  var output: URL?

  /// Predicts and scores, and prints the tables.
  func run(_ experiment: Experiment) throws {
    try session(experiment, doing: experiment.origin.words(for: experiment.methods)) {
      run, folder, progress in
      let multiplier = OpenBLASMultiplier()
      logger.debug("multiplying with \(multiplier.name)")
      return try run.evaluate(
        into: folder, savingPredictions: savesPredictions, using: multiplier, progress: progress)
    }
  }

  /// Scores saved predictions and prints the tables.
  func score(_ experiment: Experiment, predictions: URL, encoding: LabelEncoding) throws {
    try session(experiment, doing: "predictions in \(predictions.relativePath)") {
      run, folder, progress in
      try run.score(
        predictions: predictions, encoding: encoding, into: folder, progress: progress)
    }
  }

  /// Begins a run or goes on with one, and prints what came out.
  private func session(
    _ experiment: Experiment, doing what: String,
    _ compute: (ExperimentRun, RunFolder, @escaping @Sendable (RunProgress) -> Void) throws
      -> ResultDocument
  ) throws {
    announce(experiment, doing: what)
    let folder: RunFolder
    switch RunPlace(of: experiment.file, at: output, resuming: resumes) {
    case .finished(let url):
      let result = try ResultDocument(contentsOf: url)
      try result.checkIsOf(experiment, at: url)
      logger.notice("the run is whole already")
      return try show(result, at: url, of: experiment)
    case .unfinished(let url):
      folder = try RunFolder(continuing: experiment, at: url)
      logger.notice("going on with \(name(of: url, of: experiment))")
    case .new(let url):
      folder = try RunFolder(beginning: experiment, at: url)
      if resumes { logger.debug("nothing to go on with; a new run begins") }
    }
    try show(
      try result(of: experiment, in: folder, compute), at: folder.url, of: experiment)
  }

  /// Computes, showing how far it is and stopping where that is asked for.
  private func result(
    of experiment: Experiment, in folder: RunFolder,
    _ compute: (ExperimentRun, RunFolder, @escaping @Sendable (RunProgress) -> Void) throws
      -> ResultDocument
  ) throws -> ResultDocument {
    let progress = StageProgress(
      isShown: logger.logLevel <= .notice, workers: experiment.file.workers,
      score: experiment.file.task.scores.first?.rawValue)
    let signals = SignalWatch {
      progress.writeMessage("stopping after the images in hand; once more to stop at once")
    }
    defer { signals.stop() }
    let run = ExperimentRun(
      experiment,
      by: ExperimentRun.Program(
        version: Evaluate.version, arguments: Array(CommandLine.arguments.dropFirst())),
      stoppedBy: signals.interruption)
    do {
      let result = try compute(run, folder) { progress.show($0) }
      progress.finish()
      return result
    } catch {
      progress.finish()
      if folder.records.count > 0 {
        let place = name(of: folder.url, of: experiment)
        logger.notice(
          """
          \(folder.records.count) of \(experiment.data.imageCount) images are recorded in \(place); \
          go on with the same command and --resume --output \(place)
          """)
      }
      throw error
    }
  }

  private func announce(_ experiment: Experiment, doing what: String) {
    let data = experiment.data
    logger.notice("\(experiment.file.name): \(what), \(data.imageCount) images")
    if data.labelsWithoutImage > 0 {
      logger.warning("\(data.labelsWithoutImage) label maps have no image and are left out")
    }
    if let activations = experiment.model?.activations,
      let warning = AssumptionWarning(of: activations, statedBy: "--set model.activation=")
    {
      logger.warning("\(warning)")
    }
    for (name, path) in experiment.files.sorted(by: { $0.key < $1.key }) {
      logger.debug("\(name): \(path)")
    }
  }

  private func show(
    _ result: ResultDocument, at url: URL, of experiment: Experiment
  ) throws {
    guard printsTables else {
      return logger.notice("Run folder: \(name(of: url, of: experiment))")
    }
    try StandardOutput.write(
      ResultTables(result).text(styled: Terminal.standardOutput.allowsStyle)
        + "\nRun folder: \(name(of: url, of: experiment))\n")
  }

  private func name(of url: URL, of experiment: Experiment) -> String {
    experiment.file.document.surroundings.displayName(of: url)
  }
}

extension ScoreOrigin {
  /// What is done, for the line that announces it.
  fileprivate func words(for methods: [Method]) -> String {
    switch self {
    case .model: methods.map(\.name).joined(separator: ", ")
    case .predictions: "predictions"
    case .scoreMaps(let folder): "scores in \(folder.url.relativePath)"
    }
  }
}
