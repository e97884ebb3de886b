import Metrics

extension Gate {
  /// On other kernels, a score is no worse than its tolerance, or not told from chance.
  func toleratingCheck(
    _ score: ScoreName, _ got: ResultRow, _ expected: ResultRow, _ baseline: Baseline,
    _ intervals: ChangeIntervals?
  ) -> GateCheck {
    let (new, old) = (got.metrics[score] ?? nil, expected.metrics[score] ?? nil)
    let allowed = tolerance ?? baseline.tolerances[score] ?? Self.defaultTolerance
    let interval = intervals?.interval(of: score, inRow: got.method)
    func check(_ verdict: GateVerdict, _ remark: String? = nil) -> GateCheck {
      GateCheck(
        .score(score), ofMethod: got.method, expected: old, got: new,
        tolerance: score.moreIsBetter ? allowed : nil,
        interval: interval.map { $0.lower * score.scale...$0.upper * score.scale },
        verdict: verdict, remark: remark)
    }
    guard got.metrics.keys.contains(score) else {
      return check(.unknown, "the run has no such score")
    }
    guard let new, let old else {
      return new == old
        ? check(.holds) : check(.regressed, new == nil ? "undefined now" : "undefined before")
    }
    guard score.moreIsBetter else { return check(.holds, "not judged") }
    let change = new - old
    guard let intervals else {
      return change < -allowed
        ? check(.regressed, "worse")
        : check(.holds, change > allowed ? "better; bless the run to hold it" : nil)
    }
    guard let interval else {
      let remark = "by the tolerance alone, there is no interval"
      return change < -allowed
        ? check(.regressed, "worse " + remark)
        : check(.holds, change > allowed ? "better " + remark : remark)
    }
    guard change < -allowed else {
      return check(.holds, change > allowed ? "better; bless the run to hold it" : nil)
    }
    // The interval is that of the classes which enough images show, and excuses nothing else.
    guard change - interval.estimate * score.scale >= -allowed else {
      return check(.regressed, "worse, by classes that too few \(intervals.cluster.plural) show")
    }
    return interval.upper < 0
      ? check(.regressed, "worse")
      : check(.holds, "worse, but not told from chance by \(intervals.unitsInWords)")
  }
}
