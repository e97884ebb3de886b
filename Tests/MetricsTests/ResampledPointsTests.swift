import Metrics
import TestSupport
import Testing

@Suite("Resampled points")
struct ResampledPointsTests {
  private static let classCount = 4

  /// Pairs with points of both sorts, of one sort, and of none.
  private static func rows(_ count: Int, using random: inout SplitMix64) -> [PointRow] {
    (0..<count).map { _ in
      PointRow(
        pairs: (0..<classCount).filter { _ in Bool.random(using: &random) }.map { classID in
          var outcome = PointOutcome()
          for _ in 0..<Int.random(in: 0...4, using: &random) {
            outcome.addPositive(isInside: Bool.random(using: &random), isVoid: false)
          }
          for _ in 0..<Int.random(in: 0...4, using: &random) {
            outcome.addNegative(isInside: Bool.random(using: &random), isVoid: false)
          }
          return PointRow.Pair(classID: classID, outcome: outcome)
        })
    }
  }

  @Test("Weighted rows have the scores of the images written out", arguments: [UInt64](1...5))
  func equalsWrittenOut(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rows = Self.rows(25, using: &random)
    let weights = ResampleWeights.random(25, using: &random)
    let halves = ResampledPoints(Array(rows.prefix(10)), classCount: Self.classCount)
      .appending(ResampledPoints(Array(rows.dropFirst(10)), classCount: Self.classCount))
    for scores in [ResampledPoints(rows, classCount: Self.classCount), halves] {
      for kept in [[0, 1, 2, 3], [1, 2]] {
        let values = scores.limited(to: kept).values(weighting: weights)
        for lane in 0..<ResampleLanes.scalarCount {
          let drawn = ResampleWeights.writtenOut(rows, weights, lane: lane)
          let whole = Self.scores(of: drawn, classes: [0, 1, 2, 3])
          let limited = Self.scores(of: drawn, classes: kept)
          expectValues(
            values.map { $0[lane] },
            [limited.mean.both, limited.mean.positives, limited.mean.negatives, whole.micro.both]
              + whole.perClass.map(\.both), within: 1e-13,
            "seed \(seed), lane \(lane), classes \(kept)")
        }
      }
    }
  }

  private static func scores(of rows: [PointRow], classes: [Int]) -> PointScores {
    var tally = PointTally(classCount: classCount)
    for pair in rows.flatMap(\.pairs) where classes.contains(pair.classID) {
      tally.add(pair.outcome, ofClass: pair.classID)
    }
    return tally.scores
  }
}
