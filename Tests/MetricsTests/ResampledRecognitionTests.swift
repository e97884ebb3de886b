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

  /// The scores by the tally of images that are written out.
  private static func expected(_ rows: [RecognitionRow], kept: [Int]) -> [Double?] {
    var tally = RecognitionTally(classCount: classCount)
    for row in rows { tally.add(scores: row.scores, truth: row.truth) }
    func precisions(countingUnlabelled: Bool) -> [Double?] {
      tally.scores(countingUnlabelledImages: countingUnlabelled).perClass.map(\.averagePrecision)
    }
    func mean(_ perClass: [Double?]) -> Double? {
      let defined = kept.compactMap { perClass[$0] }
      return defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count)
    }
    let all = precisions(countingUnlabelled: true)
    return [
      mean(all), mean(precisions(countingUnlabelled: false)), tally.topLabels(3).f1,
      tally.topLabels(5).f1,
    ] + all
  }

  @Test(
    "Weighted rows have the scores of the images written out", arguments: [UInt64](1...10))
  func equalsWrittenOut(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rows = Self.rows(40, using: &random)
    let weights = ResampleWeights.random(40, using: &random)
    #expect(rows.contains { !$0.truth.contains(.present) })
    let all = ResampledRecognition(rows, classCount: Self.classCount)
    for kept in [[0, 1, 2, 3, 4], [1, 3]] {
      let values = all.limited(to: kept).values(weighting: weights)
      for lane in 0..<ResampleLanes.scalarCount {
        expectValues(
          values.map { $0[lane] },
          Self.expected(
            ResampleWeights.writtenOut(rows, weights, lane: lane), kept: kept), within: 1e-13,
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
          ResampleWeights.writtenOut(rows, weights, lane: lane),
          kept: Array(0..<Self.classCount)), within: 1e-13, "lane \(lane)")
    }
  }
}
