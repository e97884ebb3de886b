import Foundation

/// Why a report cannot be written.
enum ReportError: Error, Equatable, Sendable {
  /// Something lies where the report should go.
  case exists(URL)

  /// A name that says another format than the one that is written.
  case notHTML(URL)

  /// Predictions are named of runs that were scored from none.
  case notOfPredictions

  /// The report cannot be written.
  case unwritable(URL, reason: String)
}

extension ReportError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  var description: String {
    switch self {
    case .exists(let url):
      "\(url.path(percentEncoded: false)) exists already; name another place, or add --overwrite"
    case .notHTML(let url):
      "\(url.path(percentEncoded: false)): a report is one page of HTML; name a file.html"
    case .notOfPredictions:
      """
      --predictions names what `evaluate score` judged, and no run here is one of that; the predictions of \
      a run with --save-predictions are found in its folder
      """
    case .unwritable(let url, let reason):
      "cannot write \(url.path(percentEncoded: false)): \(reason)"
    }
  }
}
