/// How a run compares with its baseline.
public struct GateReport: Sendable, Equatable {
  /// By what the run is judged.
  public enum Rule: Sendable, Equatable {
    /// Both were computed with the same kernels, if any: all counts and scores must be the same.
    case sameKernels(String?)

    /// They were computed with different kernels: scores may be lower by a tolerance.
    case otherKernels(baseline: String?, run: String?)

    /// The scores that the experiment's configuration expects, with its own tolerances.
    case expectations
  }

  /// By what the run is judged.
  public let rule: Rule

  /// The comparisons one by one.
  public let checks: [GateCheck]

  /// What they come to.
  public var verdict: GateVerdict { checks.map(\.verdict).overall }
}
