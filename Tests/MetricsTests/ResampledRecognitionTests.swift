import Metrics
import TestSupport
import Testing

@Suite("Resampled recognition")
struct ResampledRecognitionTests {
  private static let classCount = 5

  /// Few distinct scores, so that most are tied; the last class is shown by no image.
  private static func rows(_ count: Int, using random: inout SplitMix64) -> [RecognitionRow] {
    (0..<count).map { _ in
      RecognitionRow(
        scores: (0..<classCount).map { classID in
          Float(Int.random(in: -9...9, using: &random)) / (classID == 0 ? 1 : 7)
        },
        truth: (0..<classCount).map { classID in
          let draw = Int.random(in: 0..<8, using: &random)
          return draw == 7 ? .undecided : draw < 2 && classID < 4 ? .present : .absent
        })
    }
  }

  private static func expected(
    _ rows: [RecognitionRow], countingUnlabelled: Bool, kept: [Int]
  ) -> [Double?] {
    var tally = RecognitionTally(classCount: classCount)
    for row in rows { tally.add(scores: row.scores, truth: row.truth) }
    let perClass = tally.scores(countingUnlabelledImages: countingUnlabelled)
      .perClass.map(\.averagePrecision)
    let defined = kept.compactMap { perClass[$0] }
    return [defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)] + perClass
  }

  @Test(
    "Weighted rows have the average precision of the images written out",
    arguments: [UInt64](1...5), [true, false])
  func equalsWrittenOut(seed: UInt64, countsUnlabelled: Bool) {
    var random = SplitMix64(seed: seed)
    let rows = Self.rows(40, using: &random)
    let weights = ResampleWeights.random(40, using: &random)
    let all = ResampledRecognition(
      rows, classCount: Self.classCount, countingUnlabelledImages: countsUnlabelled)
    for kept in [[0, 1, 2, 3, 4], [1, 3]] {
      let values = all.limited(to: kept).values(weighting: weights)
      for lane in 0..<ResampleLanes.scalarCount {
        expectValues(
          values.map { $0[lane] },
          Self.expected(
            ResampleWeights.writtenOut(rows, weights, lane: lane),
            countingUnlabelled: countsUnlabelled, kept: kept), within: 1e-13,
          "seed \(seed), lane \(lane), classes \(kept)")
      }
    }
  }

  @Test("Joined rows rank against each other")
  func joins() {
    var random = SplitMix64(seed: 8)
    let rows = Self.rows(30, using: &random)
    let weights = ResampleWeights.random(30, using: &random)
    let joined = ResampledRecognition(Array(rows.prefix(11)), classCount: Self.classCount)
      .appending(ResampledRecognition(Array(rows.dropFirst(11)), classCount: Self.classCount))
    let values = joined.values(weighting: weights)
    for lane in 0..<ResampleLanes.scalarCount {
      expectValues(
        values.map { $0[lane] },
        Self.expected(
          ResampleWeights.writtenOut(rows, weights, lane: lane), countingUnlabelled: true,
          kept: Array(0..<Self.classCount)), within: 1e-13, "lane \(lane)")
    }
  }
}
