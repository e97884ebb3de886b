/// Why a run cannot be held against anything.
public enum GateError: Error, Equatable, Sendable {
  /// Neither a baseline nor an expectation is stated.
  case nothingToHoldAgainst
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
    }
  }
}
