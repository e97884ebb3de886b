public import Metrics

/// What is kept of one image in multi-label recognition: every class's score, and the truth.
public struct RecognitionContent: RecordContent {
  /// The classes that the image shows, ascending.
  public let present: [Int]

  /// The classes of which the annotators leave it open, ascending.
  public let undecided: [Int]

  /// One score a class.
  public let scores: [Float]

  private enum CodingKeys: CodingKey {
    case present
    case undecided
    case scores
  }

  /// Reads what was kept.
  ///
  /// - Parameter decoder: Where it comes from.
  /// - Throws: `DecodingError` where it is none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    present = try container.decode([Int].self, forKey: .present)
    undecided = try container.decode([Int].self, forKey: .undecided)
    scores = try container.floats(forKey: .scores)
  }

  /// Keeps the scores of one row.
  public init(scores: [Float], truth: [RecognitionTally.Presence]) {
    self.scores = scores
    present = truth.indices.filter { truth[$0] == .present }
    undecided = truth.indices.filter { truth[$0] == .undecided }
  }

  /// The truth, one entry a class.
  ///
  /// - Parameter classCount: The number of classes that there are.
  /// - Returns: Whether each class is present, absent or undecided.
  /// - Throws: ``RecordError/unfitting(got:expected:)`` where the record has other classes.
  public func truth(classCount: Int) throws(RecordError) -> [RecognitionTally.Presence] {
    guard scores.count == classCount, (present + undecided).allSatisfy((0..<classCount).contains)
    else {
      throw .unfitting(
        got: "\(scores.count) scores and the classes \(present + undecided)",
        expected: "\(classCount) scores and classes below \(classCount)")
    }
    var truth = [RecognitionTally.Presence](repeating: .absent, count: classCount)
    for classID in present { truth[classID] = .present }
    for classID in undecided { truth[classID] = .undecided }
    return truth
  }
}
