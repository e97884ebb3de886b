public import Foundation
public import Metrics

/// What can be wrong with runs that are to be scored again, resampled or compared.
public enum ComparisonError: Error, Equatable, Sendable {
  /// A run has no records of its images.
  case noRecords(URL)

  /// Records are of fewer images than the result.
  case imagesLack(URL, got: Int, expected: Int)

  /// Two runs answer two questions.
  case tasksDiffer(first: String, second: String)

  /// Two runs have other classes.
  case classesDiffer(first: String, second: String)

  /// Two runs are of other images.
  case imagesDiffer(position: Int, first: String?, second: String?)

  /// Two runs read another file for the same image.
  case filesDiffer(id: String, role: String)

  /// Records give other scores than the result that they belong to.
  case scoresDiffer(URL, row: String, score: ScoreName, got: Double?, expected: Double?)

  /// A run has no row of a name.
  case unknownRow(got: String, known: [String], run: URL)

  /// A run has no class of a name.
  case unknownClass(got: String, known: [String])

  /// A task has no score for an image by itself.
  case noImageScores(task: String)

  /// A task has no means that classes without true pixels could move.
  case noAbsentClassPolicy(task: String)

  /// Two runs have no row of one name, and it was not said which ones to compare.
  case noCommonRow(first: [String], second: [String])
}

extension ComparisonError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .noRecords(let file):
      """
      \(file.path(percentEncoded: false)) is not there: intervals, subsets and other policies need what \
      every image gave; run the experiment again
      """
    case .imagesLack(let file, let got, let expected):
      "\(file.path(percentEncoded: false)) has \(got) images; expected the result's \(expected)"
    case .tasksDiffer(let first, let second):
      "one run is of the task \(first), the other of \(second); runs of one task can be compared"
    case .classesDiffer(let first, let second):
      "the runs have other classes: \(first) and \(second)"
    case .imagesDiffer(let position, let first, let second):
      """
      the runs are of other images: number \(position + 1) is \(first ?? "missing") in one and \
      \(second ?? "missing") in the other; run both on the same images
      """
    case .filesDiffer(let id, let role):
      "the \(role) of \(id) was another file in one run than in the other; run both on the same files"
    case .scoresDiffer(let file, let row, let score, let got, let expected):
      """
      \(file.path(percentEncoded: false)) gives \(row) \(score.rawValue) \(Self.words(got)); expected the \
      result's \(Self.words(expected)): these are records of another run
      """
    case .unknownRow(let got, let known, let run):
      """
      \(run.path(percentEncoded: false)) has no row \(got); it has \(known.joined(separator: ", "))
      """
    case .unknownClass(let got, let known):
      "there is no class \(got); there are \(known.joined(separator: ", "))"
    case .noImageScores(let task):
      "\(task) ranks images against each other: an image by itself has no score"
    case .noAbsentClassPolicy(let task):
      """
      the run is of the task \(task), whose scores know no policy for absent classes; --absent-classes \
      is for runs of the task segmentation
      """
    case .noCommonRow(let first, let second):
      """
      no method is in both runs: \(first.joined(separator: ", ")) in one, \
      \(second.joined(separator: ", ")) in the other; name them with --method and --against
      """
    }
  }

  private static func words(_ score: Double?) -> String { score.map { "\($0)" } ?? "undefined" }
}
