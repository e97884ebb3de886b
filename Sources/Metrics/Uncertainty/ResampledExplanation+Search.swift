extension ResampledExplanation {
  /// The overlap over the data set and those of the classes, with the threshold searched for.
  ///
  /// Where each pair has its own threshold, the pairs hold nothing but what they have there, and there is
  /// nothing left to search.
  func overlaps(
    of sums: [ExplanationTerms.Sums]
  ) -> (mean: ResampleLanes, perClass: [ResampleLanes]) {
    let curves = sums.map { halves[0].overlaps(of: $0) }
    guard scope == .class else {
      let best = bestPosition(sums, curves)
      let perClass = curves.map { curve in Self.value(at: best.position) { curve[$0] } }
      return (best.overlap, perClass)
    }
    let perClass = curves.map { curve in
      curve.reduce(curve[0]) { $0.replacing(with: $1, where: $1 .> $0) }
    }
    guard average == .pair else {
      return (averaged.reduce(into: LaneMean()) { $0.add(perClass[$1]) }.mean, perClass)
    }
    var (sum, pairs) = (ResampleLanes.zero, ResampleLanes.zero)
    for (classSums, overlap) in zip(sums, perClass) {
      sum += (overlap * classSums.pairs).replacing(with: 0, where: classSums.pairs .== 0)
      pairs += classSums.pairs
    }
    return (sum / pairs, perClass)
  }

  /// The lowest of the best common thresholds, and the overlap there; NaN where nothing is scored.
  func bestPosition(
    _ sums: [ExplanationTerms.Sums], _ curves: [[ResampleLanes]]
  ) -> (position: ResampleLanes, overlap: ResampleLanes) {
    let pairs = sums.reduce(into: ResampleLanes.zero) { $0 += $1.pairs }
    var position = ResampleLanes.zero
    var overlap = ResampleLanes(repeating: .nan)
    for column in 0..<halves[0].columnCount {
      let mean =
        average == .pair
        ? sums.reduce(into: .zero) { $0 += $1.layers[column] } / pairs
        : averaged.reduce(into: LaneMean()) { $0.add(curves[$1][column]) }.mean
      let isBetter = column == 0 ? mean .== mean : mean .> overlap
      overlap.replace(with: mean, where: isBetter)
      position.replace(with: Double(column), where: isBetter)
    }
    return (position, overlap)
  }

  /// The number of each resample at a position of its own.
  static func value(
    at positions: ResampleLanes, _ numbers: (_ position: Int) -> ResampleLanes
  ) -> ResampleLanes {
    var value = ResampleLanes.zero
    for lane in 0..<ResampleLanes.scalarCount {
      value[lane] = numbers(Int(positions[lane]))[lane]
    }
    return value
  }
}
