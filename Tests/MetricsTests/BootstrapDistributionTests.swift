import Testing

@testable import Metrics

@Suite("Bootstrap distribution")
struct BootstrapDistributionTests {
  private static func difference(
    _ actual: ScoreInterval?, _ expected: (Double, Double), scale: Double
  ) -> Double {
    guard let actual else { return .infinity }
    return max(abs(actual.lower - expected.0), abs(actual.upper - expected.1)) / scale
  }

  @Test("SciPy reads the same intervals off the same values", arguments: SciPyInterval.all)
  func equalsSciPy(reference: SciPyInterval) {
    let distribution = BootstrapDistribution(
      estimate: reference.estimate, values: reference.resampled)
    let cases: [(IntervalMethod, Double, (Double, Double))] = [
      (.percentile, 0.9, reference.percentile90), (.percentile, 0.95, reference.percentile95),
      (.biasCorrectedAccelerated, 0.9, reference.corrected90),
      (.biasCorrectedAccelerated, 0.95, reference.corrected95),
    ]
    for (method, confidence, ends) in cases {
      let interval = distribution.interval(
        confidence: confidence, method: method, jackknife: reference.jackknife)
      let difference = Self.difference(interval, ends, scale: reference.standardError)
      print("\(reference.name), \(method), \(confidence): largest difference \(difference)")
      #expect(difference < 1e-10, "\(reference.name), \(method), \(confidence)")
      #expect(
        abs((interval?.standardError ?? .nan) - reference.standardError)
          < 1e-12 * reference.standardError)
    }
  }

  @Test("A constant score has an interval without width", arguments: IntervalMethod.allCases)
  func constant(method: IntervalMethod) {
    let interval = BootstrapDistribution(
      estimate: 0.5, values: Array(repeating: 0.5, count: 40)
    ).interval(confidence: 0.95, method: method, jackknife: [0.5, 0.5, 0.5])
    #expect(
      interval
        == ScoreInterval(
          estimate: 0.5, lower: 0.5, upper: 0.5, standardError: 0, undefinedResamples: 0))
  }

  @Test("Undefined values are left out and counted; nothing defined is no interval")
  func undefined() {
    let partly = BootstrapDistribution(estimate: 1, values: [3, .nan, 1, 2, .nan])
      .interval(confidence: 0.5, method: .percentile)
    #expect(partly?.undefinedResamples == 2)
    #expect(partly?.lower == 1.5)
    #expect(partly?.upper == 2.5)
    let none = BootstrapDistribution(estimate: 1, values: [.nan])
    #expect(none.interval(confidence: 0.5, method: .percentile) == nil)
    let noEstimate = BootstrapDistribution(estimate: .nan, values: [1, 2])
    #expect(noEstimate.interval(confidence: 0.5, method: .percentile) == nil)
  }

  @Test(
    "Where all resamples lie on one side of the estimate, or a jackknife score is undefined, there is no BCa"
  )
  func noCorrection() {
    let values = [0.1, 0.2, 0.3]
    let above = BootstrapDistribution(estimate: 0.9, values: values)
    #expect(
      above.interval(
        confidence: 0.95, method: .biasCorrectedAccelerated, jackknife: [0.8, 0.9]) == nil)
    let inside = BootstrapDistribution(estimate: 0.2, values: values)
    for jackknife in [[], [0.1, .nan]] {
      #expect(
        inside.interval(
          confidence: 0.95, method: .biasCorrectedAccelerated, jackknife: jackknife) == nil)
    }
  }

  @Test("The normal distribution agrees with SciPy to 13 digits")
  func normal() {
    for (value, share) in SciPyNormal.cumulative {
      #expect(abs(NormalDistribution.cumulative(value) - share) <= 1e-13 * share, "\(value)")
    }
    for (share, value) in SciPyNormal.quantiles {
      #expect(
        abs(NormalDistribution.quantile(share) - value) <= 1e-13 * max(1, abs(value)), "\(share)")
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }
}
