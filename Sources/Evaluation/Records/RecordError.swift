public import Foundation

/// What can be wrong with the records of a run.
public enum RecordError: Error, Equatable, Sendable {
  /// A line of the records is none, or not of this run.
  case malformed(URL, line: Int, reason: String)

  /// A content does not fit the experiment's classes.
  case unfitting(got: String, expected: String)

  /// A record is of another image than the one at its place.
  case otherImage(URL, line: Int, got: String, expected: String)

  /// A file is not what it was when its image was recorded.
  case changedFile(URL, id: String, role: String, records: URL)

  /// Another process is writing to the records.
  case inUse(URL)
}

extension RecordError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .malformed(let file, let line, let reason):
      """
      \(file.path(percentEncoded: false)), line \(line): no record of this run: \(reason). Remove the \
      line and all that follow it to continue from there
      """
    case .unfitting(let got, let expected):
      "a record has \(got); expected \(expected)"
    case .otherImage(let file, let line, let got, let expected):
      """
      \(file.path(percentEncoded: false)), line \(line): the record is of \(got); expected \(expected), \
      in the order of the data set
      """
    case .changedFile(let file, let id, let role, let records):
      """
      \(file.path(percentEncoded: false)) is not the \(role) that \(id) was recorded with in \
      \(records.path(percentEncoded: false)): one run is never made of two data sets. Bring the file \
      back, or begin a new run without --resume
      """
    case .inUse(let file):
      """
      another process is writing to \(file.path(percentEncoded: false)); wait for it, or name another \
      folder with --output
      """
    }
  }
}
