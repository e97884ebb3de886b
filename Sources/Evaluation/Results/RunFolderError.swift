public import Foundation

/// What can be wrong with the folder of a run.
public enum RunFolderError: Error, Equatable, Sendable {
  /// Something lies where the run should go.
  case exists(URL)

  /// A run that was begun and not finished lies where a new one should go.
  case unfinished(URL)

  /// The run that should be continued is one of another experiment.
  case otherExperiment(URL, differences: [String])

  /// The folder or a file in it cannot be written.
  case unwritable(URL, reason: String)

  /// A task has no predictions that could be kept or scored.
  case noPredictions(task: String)

  /// A folder holds no result, or one that cannot be read.
  case unreadable(URL, reason: String)

  /// A result was written by a version of this program that knows more.
  case newerSchema(URL, got: Int, expected: Int)
}

extension RunFolderError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .exists(let url):
      "\(url.path(percentEncoded: false)) exists already; name another folder with --output, or remove it"
    case .unfinished(let url):
      """
      \(url.path(percentEncoded: false)) holds an unfinished run; continue it with --resume, name \
      another folder with --output, or remove it
      """
    case .otherExperiment(let url, let differences):
      """
      \(url.path(percentEncoded: false)) is a run of another experiment; it cannot be continued as this \
      one. What differs, there → here:
        \(differences.joined(separator: "\n  "))
      """
    case .unwritable(let url, let reason):
      "cannot write \(url.path(percentEncoded: false)): \(reason)"
    case .noPredictions(let task):
      """
      the task \(task) makes no label maps, so that there are no predictions to save or to score; \
      leave the option out, or set `task` to segmentation
      """
    case .unreadable(let url, let reason):
      "\(url.path(percentEncoded: false)) is no run that can be read: \(reason)"
    case .newerSchema(let url, let got, let expected):
      """
      \(url.path(percentEncoded: false)) has schema version \(got), \
      newer than the \(expected) that this program knows; update the program
      """
    }
  }
}
