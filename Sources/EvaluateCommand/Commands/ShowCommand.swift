import ArgumentParser
import Evaluation
import Foundation
import Reporting

/// `evaluate show`: what an experiment is, or what a run has scored.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints a resolved experiment and where each value came from, or a run's tables.",
    discussion: """
      EXAMPLES:
        evaluate show --config demo.json
        evaluate show --config voc20.json --set protocol.inputSize=224
        evaluate show Results/runs/demo-20260101T120000Z
      """)

  @Option(
    help: ArgumentHelp("The experiment: a path, or a name in Configs.", valueName: "file"))
  var config: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Overrides a setting. May be repeated.", valueName: "key.path=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp("The folder that holds the data sets.", valueName: "folder"))
  var data: String?

  @Argument(help: ArgumentHelp("A run folder.", valueName: "run"))
  var run: String?

  func validate() throws {
    guard (config == nil) != (run == nil) else {
      throw ValidationError("State either --config or a run folder.")
    }
    if run != nil, !settings.isEmpty || data != nil {
      throw ValidationError("--set and --data go with --config, not with a run folder.")
    }
  }

  mutating func run() throws {
    if let run {
      let folder = Surroundings.current.file(at: run)
      ResultOutput(try ResultDocument(contentsOf: folder)).print()
    } else if let config {
      var options = ExperimentOptions()
      options.config = config
      options.settings = settings
      options.data = data
      try ExperimentOutput(options.file()).print()
    }
  }
}
