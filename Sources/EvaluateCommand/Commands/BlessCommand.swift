import ArgumentParser
import Evaluation
import Foundation

/// `evaluate bless`: accepts a run as the new baseline.
struct BlessCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bless",
      abstract: "Accept a run as the baseline that `evaluate check` holds later ones against.",
      discussion: """
        The file is written whole or not at all, in place of one that is there; its `tolerances`, which \
        are edited by hand, are kept.

          evaluate bless Results/runs/demo-20260101T120000Z --baseline Results/demo/baseline.json
        """)
  }

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "run"))
  var folder: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var baseline: String

  func run() throws {
    let surroundings = Surroundings.current
    let file = surroundings.file(at: baseline)
    let result = try ResultDocument(contentsOf: surroundings.file(at: folder))
    let previous =
      FileManager.default.fileExists(atPath: file.path) ? try Baseline(contentsOf: file) : nil
    if let previous, previous.hash != result.hash {
      StandardError.write("warning: the baseline was that of another experiment\n")
    }
    try Baseline(result, tolerances: previous?.tolerances ?? [:]).write(to: file)
    try StandardOutput.write(surroundings.displayName(of: file) + "\n")
  }
}
