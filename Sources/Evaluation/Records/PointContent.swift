public import Metrics

/// What is kept of one image's points: for each class that it shows, how many lie where they should.
public struct PointContent: RecordContent {
  /// The points of one class; points on void are not counted.
  public struct Points: Sendable, Codable, Equatable {
    /// The position of the class in the class list.
    public let classID: Int

    /// Positive points that lie on the class.
    public let correctPositives: Int

    /// Positive points.
    public let positives: Int

    /// Negative points that do not lie on the class.
    public let correctNegatives: Int

    /// Negative points.
    public let negatives: Int

    private enum CodingKeys: String, CodingKey {
      case classID = "class"
      case correctPositives
      case positives
      case correctNegatives
      case negatives
    }
  }

  /// The points, in the order of the classes.
  public let points: [Points]

  /// Keeps the points of an image's classes.
  public init(classes: [Int], outcomes: [PointOutcome]) {
    points = zip(classes, outcomes).map { classID, outcome in
      Points(
        classID: classID, correctPositives: outcome.correctPositives,
        positives: outcome.positives, correctNegatives: outcome.correctNegatives,
        negatives: outcome.negatives)
    }
  }

  /// The points that were kept.
  ///
  /// - Parameter classCount: The number of classes that there are.
  /// - Returns: One for each class.
  /// - Throws: ``RecordError/unfitting(got:expected:)``.
  public func outcomes(classCount: Int) throws(RecordError) -> [PointOutcome] {
    var outcomes: [PointOutcome] = []
    for entry in points {
      guard (0..<classCount).contains(entry.classID),
        0 <= entry.correctPositives, entry.correctPositives <= entry.positives,
        0 <= entry.correctNegatives, entry.correctNegatives <= entry.negatives
      else {
        throw .unfitting(
          got: "the points \(entry)",
          expected: "a class below \(classCount), and no more correct points than points")
      }
      var outcome = PointOutcome()
      outcome.correctPositives = entry.correctPositives
      outcome.positives = entry.positives
      outcome.correctNegatives = entry.correctNegatives
      outcome.negatives = entry.negatives
      outcomes.append(outcome)
    }
    return outcomes
  }
}
