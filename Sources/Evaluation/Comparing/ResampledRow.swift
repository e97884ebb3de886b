import Metrics

/// One row of a run's table, image by image, ready to be resampled.
enum ResampledRow: Sendable {
  /// A method's segmentation.
  case segmentation(ResampledSegmentation)

  /// A method's explanations.
  case explanation(ResampledExplanation)

  /// Scores of multi-label recognition.
  case recognition(ResampledRecognition)

  /// A method's points.
  case points(ResampledPoints)

  /// The intervals of the row's scores.
  func uncertainty(by bootstrap: Bootstrap, drawing units: ResamplingUnits) -> ScoreUncertainty {
    switch self {
    case .segmentation(let scores): bootstrap.uncertainty(of: scores, drawing: units)
    case .explanation(let scores): bootstrap.uncertainty(of: scores, drawing: units)
    case .recognition(let scores): bootstrap.uncertainty(of: scores, drawing: units)
    case .points(let scores): bootstrap.uncertainty(of: scores, drawing: units)
    }
  }

  /// The scores over all images, as ratios, NaN where undefined.
  var scores: [ScoreName: Double] {
    func named(_ scores: some ResampledScores) -> [ScoreName: Double] {
      Dictionary(uniqueKeysWithValues: zip(scores.names, scores.estimates))
    }
    return switch self {
    case .segmentation(let scores): named(scores)
    case .explanation(let scores): named(scores)
    case .recognition(let scores): named(scores)
    case .points(let scores): named(scores)
    }
  }

  /// The intervals of how another row differs from this one, the other less this.
  ///
  /// - Precondition: both are of one task, with the same images in the same order.
  func difference(
    to other: ResampledRow, by bootstrap: Bootstrap, drawing units: ResamplingUnits
  ) -> ScoreUncertainty {
    switch (self, other) {
    case (.segmentation(let first), .segmentation(let second)):
      bootstrap.difference(from: first, to: second, drawing: units)
    case (.explanation(let first), .explanation(let second)):
      bootstrap.difference(from: first, to: second, drawing: units)
    case (.recognition(let first), .recognition(let second)):
      bootstrap.difference(from: first, to: second, drawing: units)
    case (.points(let first), .points(let second)):
      bootstrap.difference(from: first, to: second, drawing: units)
    default: preconditionFailure("Rows of two tasks have no difference")
    }
  }

  /// How likely a difference as large as that of another row is by chance alone.
  ///
  /// - Precondition: both are of one task, with the same images in the same order.
  func significance(
    ofDifferenceTo other: ResampledRow, by test: PermutationTest, exchanging units: ResamplingUnits
  ) -> ScoreSignificance {
    switch (self, other) {
    case (.segmentation(let first), .segmentation(let second)):
      test.significance(from: first, to: second, exchanging: units)
    case (.explanation(let first), .explanation(let second)):
      test.significance(from: first, to: second, exchanging: units)
    case (.recognition(let first), .recognition(let second)):
      test.significance(from: first, to: second, exchanging: units)
    case (.points(let first), .points(let second)):
      test.significance(from: first, to: second, exchanging: units)
    default: preconditionFailure("Rows of two tasks have no difference")
    }
  }
}
