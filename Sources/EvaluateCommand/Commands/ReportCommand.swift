import ArgumentParser
import Datasets
import Evaluation
import Foundation
import Metrics
import Reporting

/// `evaluate report`: one page on a run, or on two side by side.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: "Write one page on a run, or on two side by side: scores, protocol, images.",
      discussion: """
        The page is one file of HTML without script that loads nothing: it can be mailed, kept, and read \
        without a network.

          evaluate report Results/runs/demo --output report.html
          evaluate report before after --output report.html
          evaluate report run --output report.html --config voc20.json --data ~/datasets

        With the experiment's --config, the worst, middle and best images are drawn with their truth, \
        and with what was predicted where the run was made with --save-predictions. What changed the \
        experiment then (--set, --limit …) is stated again; files other than those of the run are refused.
        Of a run of `evaluate score`, the predictions are named again too.

          evaluate report scored --output report.html --config voc20.json --predictions masks
        """)
  }

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "run"))
  var first: String

  @Argument(help: ArgumentHelp("The run that is set beside it.", valueName: "run"))
  var second: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("The page to write.", valueName: "file.html"))
  var output: String

  @Flag(help: "Replace what lies there.")
  var overwrite = false

  @Option(
    help: ArgumentHelp(
      "The row that is looked at closely; by default all if they are few, else the last.",
      valueName: "name"))
  var method: String?

  @Option(
    help: ArgumentHelp(
      "The row of the second run; by default that of the first.", valueName: "name"))
  var against: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The experiment's file, for pictures.", valueName: "file"))
  var config: String?

  @Option(
    help: ArgumentHelp(
      "The folder of predictions that `evaluate score` judged, for pictures.", valueName: "folder"))
  var predictions: String?

  @Option(
    help: "What these predictions hold: train ids, or the raw labels of the data set's files.")
  var encoding = LabelEncoding.trainIDs

  @OptionGroup var overrides: OverrideOptions
  @OptionGroup(title: "Images") var selection: SelectionOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    guard predictions == nil || config != nil else {
      throw ValidationError("--predictions is for pictures, which need --config.")
    }
    guard against == nil || (method != nil && second != nil) else {
      throw ValidationError("--against needs --method and two runs.")
    }
  }

  func run() throws {
    let surroundings = Surroundings.current
    let place = surroundings.file(at: output)
    let file = try ReportFile(at: place, overwriting: overwrite)
    let runs = try ([first] + [second].compactMap(\.self)).map {
      try RecordedRun(contentsOf: surroundings.file(at: $0))
    }
    let intervals = runs.map { IntervalTable(of: $0, by: resampling) }
    let comparison = try comparison(of: runs)
    let subjects =
      try comparison?.pairs.last.map { ReportSubject.rows(of: $0, in: runs, intervals: intervals) }
      ?? ReportSubject.rows(of: runs[0], stated: method, intervals: intervals[0])
    let report = RunReport(
      runs: runs, intervals: intervals, intervalName: resampling.intervalName, subjects: subjects,
      comparison: comparison.map {
        ComparisonTables(
          $0, of: runs[0].result, resampling: resampling.words(drawing: $0.cluster))
      },
      gallery: try gallery(of: subjects))
    try file.write(try report.document.text)
    try StandardOutput.write(surroundings.displayName(of: place) + "\n")
  }

  private func comparison(of runs: [RecordedRun]) throws -> RunComparison? {
    guard runs.count == 2 else { return nil }
    let bootstrap = resampling.bootstrap
    return try RunComparison(
      from: runs[0], to: runs[1], rows: method.map { ($0, against ?? $0) }, by: bootstrap,
      testedBy: PermutationTest(
        permutations: 10_000, seed: resampling.seed, workers: bootstrap.workers),
      drawing: resampling.cluster)
  }

  private func gallery(of subjects: [ReportSubject]) throws -> SegmentationGallery? {
    guard let config else { return nil }
    guard predictions == nil || subjects.contains(where: \.run.isOfPredictions) else {
      throw ReportError.notOfPredictions
    }
    let isScored = subjects.last?.run.isFromElsewhere == true
    let experiment = try Experiment(
      opening: try overrides.file(config, precision.overrides),
      selecting: selection.selection(), for: isScored ? .scoringPredictions : .evaluating)
    let folder = predictions.map { Surroundings.current.file(at: $0) }
    return try SegmentationGallery(
      of: subjects.map { subject in
        SegmentationGallery.Row(
          of: subject.run, named: subject.row.method,
          predictions: subject.run.isOfPredictions ? folder : nil,
          encoding: subject.run.isOfPredictions ? encoding : .trainIDs)
      }, in: experiment)
  }
}
