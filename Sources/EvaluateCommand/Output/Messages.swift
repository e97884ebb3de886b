import Evaluation
import Foundation
import Logging
import Reporting

/// What the program says on standard error while it works.
struct Messages: Sendable {
  /// Whether progress is shown.
  let showsProgress: Bool

  private let logger: Logger

  /// Takes the wishes of the person at the terminal.
  init(_ options: ExecutionOptions) {
    showsProgress = !options.quiet
    var logger = Logger(label: "evaluate") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = options.verbose ? .debug : .error
    self.logger = logger
  }

  /// Says what is about to run.
  func announce(_ experiment: Experiment, multiplier: String) {
    guard showsProgress else { return }
    let samples = experiment.dataset.samples.count
    let methods = experiment.methods.map(\.name).joined(separator: ", ")
    Terminal.standardError.write(
      "\(experiment.file.name): \(methods) on \(samples) images of \(experiment.dataset.name)\n")
    logger.debug("multiplying with \(multiplier)")
    for (what, path) in experiment.files.sorted(by: { $0.key < $1.key }) {
      logger.debug("\(what): \(path)")
    }
  }
}
