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
          evaluate bless Results/runs/voc20 --baseline voc20.json --rows

        With --rows what every image gave is written beside it, as voc20.images.jsonl, so that on other \
        kernels a change is told from chance. A baseline that carries rows keeps carrying them, those of \
        the run, until --no-rows.
        """)
  }

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "run"))
  var folder: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var baseline: String

  @Flag(
    inversion: .prefixedNo,
    help: "Whether what every image gave is written beside it; by default as before.")
  var rows: Bool?

  func run() throws {
    let surroundings = Surroundings.current
    let file = surroundings.file(at: baseline)
    let run = surroundings.file(at: folder)
    let result = try ResultDocument(contentsOf: run)
    let previous =
      FileManager.default.fileExists(atPath: file.path) ? try Baseline(contentsOf: file) : nil
    if let previous, previous.hash != result.hash {
      StandardError.write("warning: the baseline was that of another experiment\n")
    }
    let accepted = Baseline(result, tolerances: previous?.tolerances ?? [:])
    if rows ?? (previous?.recordsHash != nil) {
      try accepted.write(to: file, recordsOf: run)
    } else {
      try accepted.write(to: file)
      try previous?.removeRecords(beside: file)
    }
    try StandardOutput.write(surroundings.displayName(of: file) + "\n")
  }
}
