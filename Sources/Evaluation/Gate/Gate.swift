import Metrics

/// Holds a run against a baseline: no worse, worse, or not to be told.
///
/// One experiment on the same kernels gives the same counts, whatever the workers: any difference is one of
/// the program, and regresses. Other kernels round otherwise in the last bits, so that a few pixels change
/// sides: there every score that has a better and a worse may be worse by a tolerance, which says what is
/// too small to matter. Where the baseline carries what every image gave, a score that is worse by more
/// regresses only if the choice of images does not explain it: the paired interval of the change says what
/// is too small to be told from chance.
public struct Gate: Sendable {
  /// How far a score may be worse on other kernels where nothing else is stated: 0.05 points.
  public static let defaultTolerance = 0.05

  /// How far any score may be worse, where that is stated for all.
  let tolerance: Double?

  /// Creates a gate.
  ///
  /// - Parameter tolerance: How far any score may be worse on other kernels; by default what the baseline
  ///   states, else ``defaultTolerance``.
  public init(tolerance: Double? = nil) {
    self.tolerance = tolerance
  }

  /// Compares a run with a baseline.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - baseline: What it is held against.
  ///   - intervals: Where the changes of the scores lie, by the rows of both; on the same kernels they
  ///     say nothing that counts.
  /// - Returns: A check for each score of each row of the baseline.
  public func report(
    of run: ResultDocument, against baseline: Baseline, intervals: ChangeIntervals? = nil
  ) -> GateReport {
    let rule = GateReport.Rule(of: run, against: baseline)
    guard run.hash == baseline.hash else {
      return GateReport(rule: rule, checks: Self.differences(of: run, from: baseline))
    }
    let checks = baseline.rows.flatMap { expected -> [GateCheck] in
      guard let got = run.rows.first(where: { $0.method == expected.method }) else {
        return [
          GateCheck(
            .row, ofMethod: expected.method, verdict: .unknown, remark: "the run has no such row")
        ]
      }
      let scores = run.task.scores.filter { expected.metrics[$0] != nil }
      return switch rule {
      case .sameKernels:
        [Self.countCheck(got, expected)] + scores.map { Self.exactCheck($0, got, expected) }
      case .otherKernels, .expectations:
        scores.map { toleratingCheck($0, got, expected, baseline, intervals) }
      }
    }
    return GateReport(rule: rule, checks: checks, intervals: rule.isExact ? nil : intervals)
  }
}
