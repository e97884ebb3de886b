import Datasets
import Evaluation
import Foundation
import Logging

/// The experiments of a suite, one after the other, as the person at the terminal sees them.
struct SuiteSession {
  /// What came of a suite.
  struct Outcome {
    /// The runs that are there now, in the suite's order.
    var finished: [FoundRun] = []

    /// The experiments that could not be run.
    var failed: [String] = []
  }

  /// What is run.
  let suite: ExperimentSuite

  /// Where the runs go, a folder each.
  let folder: URL

  /// The images that each experiment is limited to.
  let selection: SampleSelection

  /// Where messages go.
  let logger: Logger

  /// Runs what was not run before.
  ///
  /// - Parameter open: Resolves an experiment by its name.
  /// - Returns: The runs that are there now, and what could not be run.
  /// - Throws: `RunInterrupted` where it was asked to stop; whatever is wrong with one experiment is told
  ///   and the next one is begun.
  func run(opening open: (String) throws -> ExperimentFile) throws -> Outcome {
    var outcome = Outcome()
    let before = RunCatalogue(below: folder).runs
    for (index, name) in suite.experiments.enumerated() {
      let place = "\(index + 1)/\(suite.experiments.count) \(name)"
      do {
        outcome.finished.append(
          try finished(try open(name), among: before + outcome.finished, at: place))
      } catch let interruption as RunInterrupted {
        throw interruption
      } catch {
        let mistakes: [any Error] = (error as? ConfigurationError)?.parts ?? [error]
        for mistake in mistakes {
          // The rest of a message, how a data set must lie, would bury the other experiments.
          let line = "\(mistake)".prefix { $0 != "\n" }
          StandardError.write("error: \(name): \(line)\n")
        }
        outcome.failed.append(name)
      }
    }
    return outcome
  }

  /// The run of an experiment: the one that is there, or a new one.
  private func finished(
    _ file: ExperimentFile, among runs: [FoundRun], at place: String
  ) throws -> FoundRun {
    let experiment = try Experiment(opening: file, selecting: selection)
    let hash = try experiment.hash
    let surroundings = file.document.surroundings
    if let done = runs.first(where: { $0.result.hash == hash.description }) {
      logger.notice("\(place): done before, \(surroundings.displayName(of: done.url))")
      return done
    }
    logger.notice("\(place)")
    // The hash in the name keeps runs of changed experiments apart.
    let output = folder.appending(path: "\(file.name)-\(hash.short)")
    var session = RunSession(logger: logger)
    session.printsTables = false
    session.output = output
    session.resumes = true
    try session.run(experiment)
    return FoundRun(url: output, result: try ResultDocument(contentsOf: output))
  }
}
