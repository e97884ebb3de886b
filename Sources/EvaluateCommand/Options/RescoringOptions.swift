public import ArgumentParser
import Datasets
import Evaluation
import Foundation
public import Metrics

/// The options that take a part of a run's images, or score them by another policy, from its records.
struct RescoringOptions: ParsableArguments {
  @OptionGroup var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "Score a run's segmentation by another policy for classes without a true pixel.",
      valueName: "policy"))
  var absentClasses: AbsentClassPolicy?

  /// Whether anything is asked for.
  var isStated: Bool { selection.isStated || absentClasses != nil }

  /// Reads a run, as far as it is asked for.
  func run(at place: URL) throws -> RecordedRun {
    try RecordedRun(
      contentsOf: place, selecting: selection.selection(), absentClasses: absentClasses)
  }
}

extension AbsentClassPolicy: ExpressibleByArgument {}
