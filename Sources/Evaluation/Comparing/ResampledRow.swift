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

  /// How another row differs from this one: the intervals, and what chance alone would do.
  ///
  /// - Precondition: both are of one task, with the same images in the same order.
  func difference(
    to other: ResampledRow, by bootstrap: Bootstrap, testedBy test: PermutationTest,
    drawing units: ResamplingUnits
  ) -> (uncertainty: ScoreUncertainty, significance: ScoreSignificance) {
    func compared<Scores: ResampledScores>(
      _ first: Scores, _ second: Scores
    ) -> (uncertainty: ScoreUncertainty, significance: ScoreSignificance) {
      (
        bootstrap.difference(from: first, to: second, drawing: units),
        test.significance(from: first, to: second, exchanging: units)
      )
    }
    switch (self, other) {
    case (.segmentation(let first), .segmentation(let second)): return compared(first, second)
    case (.explanation(let first), .explanation(let second)): return compared(first, second)
    case (.recognition(let first), .recognition(let second)): return compared(first, second)
    case (.points(let first), .points(let second)): return compared(first, second)
    default: preconditionFailure("Rows of two tasks have no difference")
    }
  }
}
