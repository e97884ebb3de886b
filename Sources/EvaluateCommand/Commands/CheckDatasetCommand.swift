import ArgumentParser
import Evaluation
import Foundation
import Reporting
import Tensors

/// `evaluate datasets check`: tells whether a data set is complete and well labelled.
struct CheckDatasetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: "Tell whether a data set is complete and its label maps are sound.",
      discussion: """
        Reads every label map and the header of every image, and prints all that is wrong, what the \
        labels are, and what answers score that look at no image. Exits with 1 where something is wrong.

          evaluate datasets check voc20 --root ~/datasets
          evaluate datasets check cityscapes --root ~/datasets/cityscapes --split train --decode
          evaluate datasets check voc21 --root VOCdevkit --labels-only \\
            --set dataset.labels=SegmentationClassAug
          evaluate datasets check --config mine.json --format json
        """)
  }

  /// The forms in which the findings can be printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal
    case json
  }

  @Argument(
    help: ArgumentHelp(
      "The data set, one of those that `evaluate datasets list` prints.", valueName: "name"))
  var name: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The experiment whose data set is checked, in place of a name.", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "The data set's folder; by default that of all data sets.", valueName: "folder"))
  var root: String?

  @Option(help: ArgumentHelp("The part of the data set; by default val.", valueName: "name"))
  var split: String?

  @OptionGroup var overrides: OverrideOptions

  @Flag(help: "Decode every image too; by default only its header is read.")
  var decode = false

  @Flag(help: "Leave the images out, where only the label maps are here.")
  var labelsOnly = false

  @Option(help: "How to print what was found.")
  var format = Format.terminal

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Samples checked at a time; by default one for each processor core.", valueName: "n"))
  var workers: Int?

  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    guard (name == nil) != (config == nil) else {
      throw ValidationError("Expected either the name of a data set or --config <file>.")
    }
    if decode && labelsOnly {
      throw ValidationError("--decode and --labels-only exclude each other.")
    }
    if let workers, workers < 1 {
      throw ValidationError("--workers takes a number of 1 or more, not \(workers).")
    }
  }

  func run() throws {
    let check = try DatasetCheck(
      opening: file(), images: labelsOnly ? .none : decode ? .pixels : .headers)
    let workers = Workers(workers ?? ProcessInfo.processInfo.activeProcessorCount)
    let progress = ProgressLine(
      label: "Checking", total: check.sampleCount, unit: "samples", concurrency: workers.count)
    let showsProgress = !logging.quiet && check.sampleCount > 0
    let report = try check.report(workers: workers) { _ in
      if showsProgress { progress.advance() }
    }
    if showsProgress { progress.finish() }
    switch format {
    case .terminal:
      try StandardOutput.write(
        DatasetReportListing(report).text(styled: Terminal.standardOutput.allowsStyle))
    case .json:
      try StandardOutput.write(report.jsonText)
    }
    if !report.isSound { throw ExitCode(EvaluateProgram.answerIsNo) }
  }

  /// What the options state, over an experiment's file where one is named.
  private func file() throws -> ExperimentFile {
    guard let config else {
      return try overrides.file(ofDataset: name ?? "", root: root, split: split)
    }
    let stated = [
      root.map { ConfigurationOverride("dataset.root", text: $0, option: "--root") },
      split.map { ConfigurationOverride("dataset.split", text: $0, option: "--split") },
    ].compactMap { $0 }
    return try overrides.file(config, stated)
  }
}
