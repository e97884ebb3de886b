public import ArgumentParser
import Evaluation
import Foundation
public import Reporting

/// `evaluate table paper`: prints the paper's tables, every cell three ways.
struct PaperTableCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "paper",
      abstract: "Print the paper's tables, every cell three ways: paper, ours, difference.",
      discussion: """
        A cell takes the newest run whose stored experiment equals the cell's own: task, data set, \
        part, all images, method, published weights, protocol without a change. Runs that come near \
        are named below the table with what differs. A difference is shown between equal protocols \
        alone. Cells that nobody could confirm are empty.

          evaluate table paper
          evaluate table paper --runs ~/runs --format latex > tables.tex

        The form csv has one record a cell.
        """)
  }

  @Option(
    help: ArgumentHelp(
      "The folder below which runs are looked for; by default Results/runs.", valueName: "folder"))
  var runs: String?

  @Option(help: "How to print the tables.")
  var format = TableFormat.terminal

  @OptionGroup var logging: LoggingOptions

  func run() throws {
    let surroundings = Surroundings.current
    let folder = surroundings.file(at: runs ?? "Results/runs")
    let found =
      if runs == nil || (try? folder.checkResourceIsReachable()) == true {
        RunCatalogue(below: folder)
      } else {
        try RunCatalogue(at: [folder])
      }
    try StandardOutput.write(
      PaperTables.text(
        of: "paper", with: found, as: format, in: surroundings, warning: logging.logger))
  }
}

extension TableFormat: ExpressibleByArgument {}
