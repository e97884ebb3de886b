/// The values of one score in many resamples.
struct BootstrapDistribution {
  /// The score over the images as they are.
  let estimate: Double

  /// The values that are defined, in ascending order.
  let sorted: [Double]

  /// The number of resamples in which the score was undefined.
  let undefinedResamples: Int

  /// Takes the values of all resamples, NaN where undefined.
  init(estimate: Double, values: some Sequence<Double>) {
    let values = Array(values)
    self.estimate = estimate
    sorted = values.filter { !$0.isNaN }.sorted()
    undefinedResamples = values.count - sorted.count
  }

  /// The interval by a method.
  ///
  /// - Parameters:
  ///   - confidence: The share of such intervals that should hold the true score.
  ///   - method: How the ends are chosen.
  ///   - jackknife: The scores without each unit, NaN where undefined; empty for the percentiles.
  /// - Returns: `nil` where the score, or what the method needs of it, is undefined.
  func interval(
    confidence: Double, method: IntervalMethod, jackknife: [Double] = []
  ) -> ScoreInterval? {
    guard estimate.isFinite, !sorted.isEmpty else { return nil }
    let tail = (1 - confidence) / 2
    let shares: (lower: Double, upper: Double)
    switch method {
    case .percentile: shares = (tail, 1 - tail)
    case .biasCorrectedAccelerated:
      guard let corrected = correctedShares(tail: tail, jackknife: jackknife) else { return nil }
      shares = corrected
    }
    return ScoreInterval(
      estimate: estimate, lower: quantile(shares.lower), upper: quantile(shares.upper),
      standardError: standardDeviation, undefinedResamples: undefinedResamples)
  }

  /// A quantile of the values, linear between two neighbours (number 7 of Hyndman and Fan, "Sample
  /// quantiles in statistical packages", 1996; NumPy's default).
  func quantile(_ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }

  /// The standard deviation of the values, with one degree of freedom less; 0 for a single one.
  private var standardDeviation: Double {
    guard sorted.count > 1 else { return 0 }
    let mean = sorted.reduce(0, +) / Double(sorted.count)
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(sorted.count - 1)).squareRoot()
  }

  /// The shares at which the corrected interval ends; see
  /// ``IntervalMethod/biasCorrectedAccelerated``.
  private func correctedShares(
    tail: Double, jackknife: [Double]
  ) -> (lower: Double, upper: Double)? {
    let below = sorted.count { $0 < estimate }
    let equal = sorted.count { $0 == estimate }
    let bias = NormalDistribution.quantile(
      (Double(below) + Double(equal) / 2) / Double(sorted.count))
    guard bias.isFinite, let acceleration = Self.acceleration(of: jackknife) else { return nil }
    func share(_ quantile: Double) -> Double {
      let moved = bias + quantile
      return NormalDistribution.cumulative(bias + moved / (1 - acceleration * moved))
    }
    let quantile = NormalDistribution.quantile(tail)
    return (share(quantile), share(-quantile))
  }

  /// A sixth of the skewness of the jackknife's scores; 0 where all are equal.
  private static func acceleration(of jackknife: [Double]) -> Double? {
    guard !jackknife.isEmpty, jackknife.allSatisfy(\.isFinite) else { return nil }
    let mean = jackknife.reduce(0, +) / Double(jackknife.count)
    var (squares, cubes) = (0.0, 0.0)
    for score in jackknife {
      let distance = mean - score
      squares += distance * distance
      cubes += distance * distance * distance
    }
    return squares == 0 ? 0 : cubes / (6 * squares * squares.squareRoot())
  }
}
