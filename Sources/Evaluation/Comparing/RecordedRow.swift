import Metrics

/// One row of a run's table, image by image.
enum RecordedRow: Sendable {
  /// A method's segmentation.
  case segmentation([SegmentationRow])

  /// A method's explanations.
  case explanation([ExplanationRow])

  /// Scores of multi-label recognition.
  case recognition([RecognitionRow])

  /// A method's points.
  case points([PointRow])

  /// The score of each image by itself, as a ratio; `nil` where it shows no class that counts, and
  /// everywhere in recognition, which ranks images against each other.
  ///
  /// - Parameter classID: The class by which images are judged; `nil` for the mean over those they show.
  /// - Returns: One for each image.
  func scores(ofClass classID: Int?) -> [Double?] {
    func counts(_ other: Int) -> Bool { classID == nil || classID == other }
    return switch self {
    case .segmentation(let images):
      images.map { image in
        image.classes.filter { $0.truth > 0 && counts($0.classID) }
          .map { Double($0.intersection) / Double($0.truth + $0.prediction - $0.intersection) }
          .map(Optional.some).meanOfDefined()
      }
    case .explanation(let images):
      images.map { image in
        image.pairs.filter { counts($0.classID) }.map(\.outcome.contrast).meanOfDefined()
      }
    case .points(let images):
      images.map { image in
        image.pairs.filter { counts($0.classID) }.map(\.outcome.accuracy).meanOfDefined()
      }
    case .recognition(let images): images.map { _ in nil }
    }
  }
}

extension PointOutcome {
  /// The share of points that lie where they should; `nil` for no points.
  fileprivate var accuracy: Double? {
    let points = positives + negatives
    return points == 0 ? nil : Double(correctPositives + correctNegatives) / Double(points)
  }
}
