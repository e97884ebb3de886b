import ArgumentParser
import Evaluation
import Foundation
import Reporting

/// `evaluate table results`: prints any runs as one table a task.
struct ResultsTableCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "results",
      abstract: "Print any runs as one table a task.",
      discussion: """
        Runs are named by their folders, by result files, or by a folder that holds folders of runs. \
        Where runs on one data set differ in more than method and model, the table says in what, and \
        marks no best among them.

          evaluate table results Results/runs
          evaluate table results a/result.json b/result.json --format markdown

        The form csv is one table for all tasks, with the differences on standard error.
        """)
  }

  @Argument(help: ArgumentHelp("Runs, or folders of runs.", valueName: "run"))
  var runs: [String]

  @Option(help: "How to print the tables.")
  var format = TableFormat.terminal

  @OptionGroup var logging: LoggingOptions

  func run() throws {
    let surroundings = Surroundings.current
    let found = try RunCatalogue(at: runs.map { surroundings.file(at: $0) })
    try StandardOutput.write(
      RunTables(found.runs, in: surroundings).text(as: format, warning: logging.logger))
  }
}
