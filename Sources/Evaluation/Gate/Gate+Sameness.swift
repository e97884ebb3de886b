import Metrics

extension Gate {
  /// On the same kernels, everything that is counted is the same.
  static func countCheck(_ got: ResultRow, _ expected: ResultRow) -> GateCheck {
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

  /// On the same kernels, a score is the same to the last bit.
  static func exactCheck(
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
}
