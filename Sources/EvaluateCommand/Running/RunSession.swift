import Datasets
import Evaluation
import Foundation
import Logging
import OpenVocabulary
import Reporting
import Tensors

/// A run as the person at the terminal sees it: what is about to happen, how far it is, the tables.
struct RunSession {
  /// Where messages go.
  let logger: Logger

  /// Whether every prediction is written too.
  var savesPredictions = false

  /// Predicts and scores, and prints the tables.
  func run(_ experiment: Experiment) throws {
    let multiplier = OpenBLASMultiplier()
    announce(
      experiment, doing: experiment.methods.map(\.name).joined(separator: ", "))
    logger.debug("multiplying with \(multiplier.name)")
    let folder = try RunFolder(at: location(of: experiment))
    try finish(experiment, in: folder) { progress in
      try ExperimentRun(experiment, by: Self.program).evaluate(
        into: folder, savingPredictions: savesPredictions, using: multiplier, progress: progress)
    }
  }

  /// Scores saved predictions and prints the tables.
  func score(_ experiment: Experiment, predictions: URL, encoding: LabelEncoding) throws {
    announce(experiment, doing: "predictions in \(predictions.relativePath)")
    let folder = try RunFolder(at: location(of: experiment))
    try finish(experiment, in: folder) { progress in
      try ExperimentRun(experiment, by: Self.program).score(
        predictions: predictions, encoding: encoding, into: folder, progress: progress)
    }
  }

  /// The program as results name it.
  private static var program: ExperimentRun.Program {
    ExperimentRun.Program(
      version: Evaluate.version, arguments: Array(CommandLine.arguments.dropFirst()))
  }

  private func announce(_ experiment: Experiment, doing what: String) {
    let data = experiment.data
    logger.notice("\(experiment.file.name): \(what), \(data.imageCount) images")
    if data.labelsWithoutImage > 0 {
      logger.warning("\(data.labelsWithoutImage) label maps have no image and are left out")
    }
    for (name, path) in experiment.files.sorted(by: { $0.key < $1.key }) {
      logger.debug("\(name): \(path)")
    }
  }

  private func finish(
    _ experiment: Experiment, in folder: RunFolder,
    _ body: (@escaping @Sendable (RunProgress) -> Void) throws -> ResultDocument
  ) throws {
    let progress = StageProgress(
      isShown: logger.logLevel <= .notice, workers: experiment.file.workers)
    let result: ResultDocument
    do {
      result = try body { progress.show($0) }
      progress.finish()
    } catch {
      progress.finish()
      throw error
    }
    let name = experiment.file.document.surroundings.displayName(of: folder.url)
    try StandardOutput.write(
      ResultTables(result).text(styled: Terminal.standardOutput.allowsStyle)
        + "\nRun folder: \(name)\n")
  }

  /// The folder that is stated, else `Results/runs/<name>-<time in UTC>`.
  private func location(of experiment: Experiment) -> URL {
    if let output = experiment.file.output { return output }
    let time = Date().formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    return experiment.file.document.surroundings.file(
      at: "Results/runs/\(experiment.file.name)-\(time)")
  }
}
