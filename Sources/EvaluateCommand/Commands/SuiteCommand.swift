import ArgumentParser
import Evaluation
import Foundation
import Reporting

/// `evaluate suite`: runs the experiments of a suite and ends with their table.
struct SuiteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "suite",
      abstract: "Run every experiment of a suite, and end with the table.",
      discussion: """
        A suite is a file of Configs/suites. Experiments that are done, by a run of equal hash in the \
        suite's folder, are not run again: a suite that was stopped goes on. Where an experiment \
        cannot be run, because its data set is not here, that is told and the suite goes on; it then \
        exits with 2.

          evaluate suite demo
          evaluate suite paper --data ~/datasets
          evaluate suite paper --data ~/datasets --limit 20 --output trial
        """)
  }

  @Argument(
    help: ArgumentHelp("The suite: demo, paper, or a file of one's own.", valueName: "suite"))
  var name: String

  @OptionGroup var overrides: OverrideOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The folder of the suite's runs; by default Results/runs/<suite>.", valueName: "folder"))
  var output: String?

  @OptionGroup var workers: WorkerOptions

  @Option(help: "How to print the table.")
  var format = TableFormat.terminal

  @OptionGroup(title: "Images") var selection: SelectionOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var logging: LoggingOptions

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    let suite = try ExperimentSuite(
      named: name, statedAt: .option("suite \(name)"), in: surroundings)
    let session = SuiteSession(
      suite: suite, folder: surroundings.file(at: output ?? "Results/runs/\(suite.name)"),
      selection: try selection.selection(), logger: logging.logger)
    let stated = workers.overrides + precision.overrides
    let outcome = try session.run { try overrides.file($0, stated) }
    switch suite.ending {
    case .results:
      try StandardOutput.write(
        RunTables(outcome.finished, in: surroundings).text(as: format, warning: logging.logger))
    case .published(let name):
      try StandardOutput.write(
        PaperTables.text(
          of: name, with: RunCatalogue(below: session.folder), as: format, in: surroundings,
          warning: logging.logger))
    }
    guard outcome.failed.isEmpty else {
      StandardError.write(
        """
        error: \(outcome.failed.count) of \(suite.experiments.count) experiments did not run: \
        \(outcome.failed.joined(separator: ", "))
          What each lacks and where it is to be had: evaluate show --config NAME\n
        """)
      throw ExitCode(EvaluateProgram.badInput)
    }
  }
}
