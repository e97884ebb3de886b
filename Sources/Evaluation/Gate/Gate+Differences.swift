extension Gate {
  /// What makes a run another experiment than the baseline's.
  static func differences(
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
}
