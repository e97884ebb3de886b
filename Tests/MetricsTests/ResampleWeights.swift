import Metrics
import TestSupport
import Testing

/// Weights of resamples in tests, and what they stand for.
enum ResampleWeights {
  /// How often each image counts in eight resamples: 0 to 3 times, in the last lane never.
  static func random(_ count: Int, using random: inout SplitMix64) -> [ResampleLanes] {
    (0..<count).map { _ in
      var weights = ResampleLanes.zero
      for lane in 0..<ResampleLanes.scalarCount - 1 {
        weights[lane] = Double(Int.random(in: 0...3, using: &random))
      }
      return weights
    }
  }

  /// The images of one resample, each as often as it counts.
  static func writtenOut<Image>(
    _ images: [Image], _ weights: [ResampleLanes], lane: Int
  ) -> [Image] {
    zip(images, weights).flatMap { Array(repeating: $0, count: Int($1[lane])) }
  }
}

/// Expects the values of one resample to be those of the tally, NaN where it has none.
func expectValues(
  _ actual: [Double], _ expected: [Double?], within tolerance: Double, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(name)", sourceLocation: sourceLocation)
  for (index, (value, reference)) in zip(actual, expected).enumerated() {
    expectScore(
      value.isNaN ? nil : value, reference, within: tolerance, "\(name), value \(index)",
      sourceLocation: sourceLocation)
  }
}
