public import Foundation

/// Why a run cannot be held against anything.
public enum GateError: Error, Equatable, Sendable {
  /// Neither a baseline nor an expectation is stated.
  case nothingToHoldAgainst

  /// The records that a baseline was written with are not beside it.
  case recordsMissing(URL, baseline: URL)

  /// The records beside a baseline are not those that it was written with.
  case recordsChanged(URL, got: String, expected: String)
}

extension GateError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .nothingToHoldAgainst:
      """
      there is nothing to hold the run against: name a --baseline, which `evaluate bless` writes, or \
      state in the experiment's configuration what it `expects`
      """
    case .recordsMissing(let file, let baseline):
      """
      \(file.path(percentEncoded: false)) is not there: \(baseline.path(percentEncoded: false)) was \
      written with what every image gave; bring the file back, or write both anew by `evaluate bless`
      """
    case .recordsChanged(let file, let got, let expected):
      """
      \(file.path(percentEncoded: false)) is not what the baseline beside it was written with: its \
      SHA-256 is \(got); expected \(expected). Bring the file back, or write both anew by `evaluate bless`
      """
    }
  }
}
