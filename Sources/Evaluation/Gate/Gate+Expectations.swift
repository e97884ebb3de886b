public import Metrics

extension Gate {
  /// Compares a run with what its experiment's configuration expects.
  ///
  /// A score may be away from what is expected by the tolerance either way: one that is better than
  /// somebody expected is not what was expected.
  public func report(
    of run: ResultDocument, expecting expectations: [ScoreName: Expectation]
  ) -> GateReport {
    guard run.rows.count == 1, let row = run.rows.first else {
      return GateReport(
        rule: .expectations,
        checks: [
          GateCheck(
            .experiment, verdict: .unknown,
            remark: "the run has \(run.rows.count) rows, and expectations speak of one")
        ])
    }
    let checks = ScoreName.allCases.compactMap { score -> GateCheck? in
      guard let expectation = expectations[score] else { return nil }
      guard let got = row.metrics[score] ?? nil else {
        return GateCheck(
          .score(score), ofMethod: row.method, expected: expectation.value,
          tolerance: expectation.tolerance, verdict: .unknown, remark: "the run has no such score")
      }
      let isNear = abs(got - expectation.value) <= expectation.tolerance
      return GateCheck(
        .score(score), ofMethod: row.method, expected: expectation.value, got: got,
        tolerance: expectation.tolerance, verdict: isNear ? .holds : .regressed,
        remark: isNear ? nil : "not as expected")
    }
    return GateReport(rule: .expectations, checks: checks)
  }
}
