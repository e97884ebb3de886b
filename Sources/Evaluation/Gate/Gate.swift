public import Metrics

/// Holds a run against a baseline: no worse, worse, or not to be told.
///
/// One experiment on the same kernels gives the same counts, whatever the workers: any difference is one of
/// the program, and regresses. Other kernels round otherwise in the last bits, so that a few pixels change
/// sides: there every score that has a better and a worse may be worse by a tolerance.
public struct Gate: Sendable {
  /// How far a score may be worse on other kernels where nothing else is stated: 0.05 points.
  public static let defaultTolerance = 0.05

  private let tolerance: Double?

  /// Creates a gate.
  ///
  /// - Parameter tolerance: How far any score may be worse on other kernels; by default what the baseline
  ///   states, else ``defaultTolerance``.
  public init(tolerance: Double? = nil) {
    self.tolerance = tolerance
  }

  /// Compares a run with a baseline.
  public func report(of run: ResultDocument, against baseline: Baseline) -> GateReport {
    let kernels = run.execution.matrixKernels
    let isExact = kernels == baseline.matrixKernels
    let rule: GateReport.Rule =
      isExact
      ? .sameKernels(kernels)
      : .otherKernels(baseline: baseline.matrixKernels, run: kernels)
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
      return isExact
        ? [Self.countCheck(got, expected)] + scores.map { Self.exactCheck($0, got, expected) }
        : scores.map { toleratingCheck($0, got, expected, baseline) }
    }
    return GateReport(rule: rule, checks: checks)
  }

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

  /// What makes a run another experiment than the baseline's.
  private static func differences(
    of run: ResultDocument, from baseline: Baseline
  ) -> [GateCheck] {
    let old = baseline.experiment["content"] ?? .null
    let new = run.experiment["content"] ?? .null
    let places = new.differences(from: old)
    guard !places.isEmpty else {
      return [
        GateCheck(
          .experiment, verdict: .unknown,
          remark: "hash \(run.hash) instead of \(baseline.hash)")
      ]
    }
    return places.map { place in
      let (new, old) = (
        place.values.0?.words ?? "not stated", place.values.1?.words ?? "not stated"
      )
      return GateCheck(
        .experiment, verdict: .unknown, remark: "\(place.path) is \(new), was \(old)")
    }
  }

  private static func countCheck(_ got: ResultRow, _ expected: ResultRow) -> GateCheck {
    func counts(_ row: ResultRow) -> [[ResultRow.ClassRow.Count: Int64]] {
      row.perClass.map(\.counts)
    }
    if let (new, old) = got.confusion.flatMap({ new in expected.confusion.map { (new, $0) } }),
      new != old
    {
      let remark: String =
        if new.classCount == old.classCount {
          "\(zip(new.counts, old.counts).reduce(0) { $0 + max(0, $1.0 - $1.1) }) pixels are counted otherwise"
        } else {
          "\(new.classCount) classes instead of \(old.classCount)"
        }
      return GateCheck(.counts, ofMethod: got.method, verdict: .regressed, remark: remark)
    }
    let isSame =
      got.images == expected.images && got.counts == expected.counts
      && counts(got) == counts(expected)
      && (got.confusion == nil) == (expected.confusion == nil)
    return GateCheck(
      .counts, ofMethod: got.method, verdict: isSame ? .holds : .regressed,
      remark: isSame ? nil : "images, pairs or pixels are counted otherwise")
  }

  private static func exactCheck(
    _ score: ScoreName, _ got: ResultRow, _ expected: ResultRow
  ) -> GateCheck {
    let (new, old) = (got.metrics[score] ?? nil, expected.metrics[score] ?? nil)
    let isKnown = got.metrics.keys.contains(score)
    let remark: String? =
      !isKnown
      ? "the run has no such score"
      : new == old
        ? nil
        : score.moreIsBetter && (new ?? -.infinity) > (old ?? -.infinity)
          ? "better; bless the run if that is meant" : "must be the same"
    return GateCheck(
      .score(score), ofMethod: got.method, expected: old, got: new, tolerance: 0,
      verdict: !isKnown ? .unknown : new == old ? .holds : .regressed, remark: remark)
  }

  private func toleratingCheck(
    _ score: ScoreName, _ got: ResultRow, _ expected: ResultRow, _ baseline: Baseline
  ) -> GateCheck {
    let (new, old) = (got.metrics[score] ?? nil, expected.metrics[score] ?? nil)
    let allowed = tolerance ?? baseline.tolerances[score] ?? Self.defaultTolerance
    func check(_ verdict: GateVerdict, _ remark: String? = nil) -> GateCheck {
      GateCheck(
        .score(score), ofMethod: got.method, expected: old, got: new,
        tolerance: score.moreIsBetter ? allowed : nil, verdict: verdict, remark: remark)
    }
    guard got.metrics.keys.contains(score) else {
      return check(.unknown, "the run has no such score")
    }
    guard let new, let old else {
      return new == old
        ? check(.holds) : check(.regressed, new == nil ? "undefined now" : "undefined before")
    }
    guard score.moreIsBetter else { return check(.holds, "not judged") }
    if old - new > allowed { return check(.regressed, "worse") }
    return check(.holds, new - old > allowed ? "better; bless the run to hold it" : nil)
  }
}
