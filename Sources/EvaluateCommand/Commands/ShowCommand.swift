import ArgumentParser
import Evaluation
import Foundation
import Reporting

/// `evaluate show`: prints an experiment as it is resolved, without running it, or a run's tables.
struct ShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: "Print an experiment, every setting with where it came from, or a run's tables.",
      discussion: """
        Settings are printed also where the data set or the weights are missing; the hash needs both. A run \
        is scored again on a part of its images, or by another policy for absent classes, from what it \
        recorded alone: neither the data set nor the model is needed.

          evaluate show --config demo.json
          evaluate show --config voc20.json --set protocol.inputSize=336 --verbose
          evaluate show --config demo.json --json | jq .content.protocol
          evaluate show --keys
          evaluate show Results/runs/demo-20260101T120000Z
          evaluate show Results/runs/demo-20260101T120000Z --intervals
          evaluate show Results/runs/demo-20260101T120000Z --worst 20 --class person
          evaluate show Results/runs/demo --range 0:100 --intervals
          evaluate show Results/runs/demo --ids night.txt --absent-classes zero
          evaluate show Results/runs/demo --limit 100 --json | jq .rows[].metrics
        """)
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The experiment's file.",
      discussion: "A path, or the name of a file in Configs with or without .json.",
      valueName: "file"))
  var config: String?

  @Argument(help: ArgumentHelp("The folder of a run.", valueName: "run"))
  var folder: String?

  @Flag(help: "List every key that a configuration may state.")
  var keys = false

  @Flag(
    help: """
      Print the experiment as a result stores it; of a run, what a baseline holds: experiment and rows.
      """)
  var json = false

  @Flag(help: "Beside a run's tables, where its scores might have come out with other images.")
  var intervals = false

  @Option(
    help: ArgumentHelp("List the images on which a run was worst, the worst first.", valueName: "n")
  )
  var worst: Int?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp("Judge images by one class alone.", valueName: "name"))
  var className: String?

  @Option(
    help: ArgumentHelp(
      "Judge images by one row of the run; by default the last.", valueName: "name"))
  var method: String?

  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions

  @OptionGroup var overrides: OverrideOptions
  @OptionGroup(title: "Images") var rescoring: RescoringOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    guard [keys, config != nil, folder != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("Expected one of --config <file>, --keys, or the folder of a run.")
    }
    if let worst, worst < 1 {
      throw ValidationError("--worst takes a number of 1 or more, not \(worst).")
    }
    if folder == nil && (intervals || worst != nil) {
      throw ValidationError("--intervals and --worst need the folder of a run.")
    }
    if worst == nil && (className != nil || method != nil) {
      throw ValidationError("--class and --method need --worst <n>.")
    }
    if keys && json {
      throw ValidationError("--json needs --config <file> or the folder of a run.")
    }
    if json && (intervals || worst != nil) {
      throw ValidationError("--json prints no --intervals and no --worst.")
    }
    if folder == nil && rescoring.absentClasses != nil {
      throw ValidationError(
        "--absent-classes needs the folder of a run; of an experiment it is protocol.absentClasses."
      )
    }
    if keys && rescoring.isStated { throw ValidationError("--keys goes with no images.") }
    if config == nil && (overrides.isStated || precision.precision != nil) {
      throw ValidationError(
        "--set, --data and --precision need --config <file>: a run is as it was computed.")
    }
  }

  func run() throws {
    if let folder { return try show(Surroundings.current.file(at: folder)) }
    guard let config else { return try StandardOutput.write(KeyListing().text) }
    let file = try overrides.file(config, precision.overrides)
    let selection = try rescoring.selection.selection()
    if json {
      let experiment = try Experiment(opening: file, selecting: selection)
      return try StandardOutput.write(experiment.documentText)
    }
    let listing = ExperimentListing(explains: logging.verbose)
    try StandardOutput.write(try listing.settings(of: file))
    let experiment = try Experiment(opening: file, selecting: selection)
    try StandardOutput.write("\n" + listing.contents(of: experiment))
  }

  /// Prints what is asked for of a run; its records are read where that needs them.
  private func show(_ folder: URL) throws {
    let isStyled = Terminal.standardOutput.allowsStyle
    guard worst != nil || intervals || rescoring.isStated else {
      let result = try ResultDocument(contentsOf: folder)
      return try StandardOutput.write(
        json ? result.comparableText : ResultTables(result).text(styled: isStyled))
    }
    let run = try rescoring.run(at: folder)
    if json { return try StandardOutput.write(run.result.comparableText) }
    if let worst {
      return try StandardOutput.write(
        WorstImagesTable(
          of: try run.imageScores(ofRow: method, forClass: className), count: worst, in: run
        ).text(styled: isStyled))
    }
    var text = ResultTables(run.result, rescored: run.rescoring).text(styled: isStyled)
    if intervals { text += "\n" + IntervalTable(of: run, by: resampling).text(styled: isStyled) }
    try StandardOutput.write(text)
  }
}
