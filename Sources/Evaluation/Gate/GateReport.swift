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

  /// Where the changes of the scores lie by what every image gave, where they were judged by that too.
  public let intervals: ChangeIntervals?

  init(rule: Rule, checks: [GateCheck], intervals: ChangeIntervals? = nil) {
    self.rule = rule
    self.checks = checks
    self.intervals = intervals
  }

  /// What they come to.
  public var verdict: GateVerdict { checks.map(\.verdict).overall }
}

extension GateReport.Rule {
  /// The rule for a run and a baseline.
  init(of run: ResultDocument, against baseline: Baseline) {
    let kernels = run.execution.matrixKernels
    self =
      kernels == baseline.matrixKernels
      ? .sameKernels(kernels) : .otherKernels(baseline: baseline.matrixKernels, run: kernels)
  }

  /// Whether everything must be the same.
  var isExact: Bool { if case .sameKernels = self { true } else { false } }
}
