public import Metrics

/// The scores of the multi-label task over the images so far.
public struct RecognitionTallies: Sendable {
  /// One tally a row of the table.
  public private(set) var rows: [RecognitionTally]

  /// The tallies of no images.
  init(rowCount: Int, classCount: Int) {
    rows = Array(repeating: RecognitionTally(classCount: classCount), count: rowCount)
  }

  /// Adds one image; the order of the images does not matter.
  mutating func add(_ outcome: RecognitionOutcome) {
    for row in rows.indices { rows[row].add(scores: outcome.scores[row], truth: outcome.truth) }
  }
}
