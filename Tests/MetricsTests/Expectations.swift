import Metrics
import Testing

/// Expects two undefined or two close scores.
func expectScore(
  _ actual: Double?, _ expected: Double?, within tolerance: Double, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let difference: Double =
    switch (actual, expected) {
    case (nil, nil): 0
    case (let actual?, let expected?): abs(actual - expected)
    default: .infinity
    }
  #expect(
    difference <= tolerance,
    """
    \(name): got \(actual.map { "\($0)" } ?? "undefined"), expected \
    \(expected.map { "\($0)" } ?? "undefined")
    """, sourceLocation: sourceLocation)
}

/// Expects two lists of scores to agree, class by class, and prints the largest difference.
func expectScores(
  _ actual: [Double?], _ expected: [Double?], within tolerance: Double, _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(name)", sourceLocation: sourceLocation)
  let differences = zip(actual, expected).map { abs(($0 ?? 0) - ($1 ?? 0)) }
  if let largest = differences.max(), let index = differences.firstIndex(of: largest) {
    print("\(name): largest difference \(largest) at class \(index)")
  }
  for (index, pair) in zip(actual, expected).enumerated() {
    expectScore(
      pair.0, pair.1, within: tolerance, "\(name), class \(index)", sourceLocation: sourceLocation)
  }
}

/// The matrix over some images.
func confusion(of images: [LabelMapPair], classCount: Int) throws -> ConfusionMatrix {
  var matrix = ConfusionMatrix(classCount: classCount)
  for image in images {
    try matrix.add(truth: image.truth, prediction: image.prediction)
  }
  return matrix
}
