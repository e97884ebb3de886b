/// The scores and the truth of a multi-label benchmark, image by image.
///
/// Average precision ranks all images of a class against each other, so that every score is kept:
/// `4 · images · classes` bytes.
public struct RecognitionTally: Sendable {
  /// What an image has of one class.
  public enum Presence: UInt8, Sendable {
    /// The image does not show the class.
    case absent
    /// The image shows the class.
    case present
    /// The annotators leave it open; the image does not count for the class.
    case undecided
  }

  /// The number of classes.
  public let classCount: Int

  /// The scores and the truth of each image, in any order.
  var rows: [(scores: [Float], truth: [Presence])] = []

  /// Creates the tally of no images.
  public init(classCount: Int) {
    self.classCount = classCount
  }

  /// The number of images.
  public var images: Int { rows.count }

  /// Adds one image.
  ///
  /// - Parameters:
  ///   - scores: One a class; more is more likely.
  ///   - truth: What the image shows, one a class.
  /// - Precondition: both have one entry a class, and no score is NaN.
  public mutating func add(scores: [Float], truth: [Presence]) {
    precondition(
      scores.count == classCount && truth.count == classCount,
      "\(scores.count) scores and \(truth.count) truths for \(classCount) classes")
    precondition(!scores.contains(where: \.isNaN), "A score is not a number")
    rows.append((scores, truth))
  }

  /// The scores over all images.
  ///
  /// - Parameter countsUnlabelledImages: Whether images without any label count, as negatives of every
  ///   class, as published lists have them.
  /// - Returns: The average precision of each class.
  /// - Complexity: O(classes · images · log images).
  public func scores(countingUnlabelledImages countsUnlabelledImages: Bool) -> RecognitionScores {
    let counted = rows.filter {
      countsUnlabelledImages || $0.truth.contains(.present)
    }
    let perClass = (0..<classCount).map { classID in
      var positives: [Float] = []
      var negatives: [Float] = []
      for row in counted {
        switch row.truth[classID] {
        case .present: positives.append(row.scores[classID])
        case .absent: negatives.append(row.scores[classID])
        case .undecided: break
        }
      }
      return RecognitionScores.ClassScore(
        averagePrecision: AveragePrecision.of(positives: positives, negatives: negatives),
        positives: positives.count)
    }
    return RecognitionScores(perClass: perClass, images: counted.count)
  }
}
