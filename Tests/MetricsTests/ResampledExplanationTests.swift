import Metrics
import TestSupport
import Testing

/// Against the tally of a resample that is written out, which itself is held against every threshold
/// tried on every pixel.
@Suite("Resampled explanation")
struct ResampledExplanationTests {
  private static let classCount = 4

  /// Images with one map or none for each class; some maps have a single value, some masks no inside.
  private static func rows(_ count: Int, using random: inout SplitMix64) -> [ExplanationRow] {
    (0..<count).map { _ in
      let isRanked = Int.random(in: 0..<4, using: &random) > 0
      let shown = (0..<classCount).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      return ExplanationRow(
        pairs: shown.map { classID in
          let pixels = Int.random(in: 2...40, using: &random)
          let levels = Float([1, 7, 200].randomElement(using: &random) ?? 7)
          let share = [0.03, 0.4, 0.9].randomElement(using: &random) ?? 0.4
          return ExplanationRow.Pair(
            classID: classID,
            outcome: MapOutcome(
              of: (0..<pixels).map { _ in
                Float.random(in: 0...levels, using: &random).rounded() / levels
              }, inside: (0..<pixels).map { _ in Double.random(in: 0..<1, using: &random) < share },
              void: Array(repeating: false, count: pixels), rankingPixels: isRanked))
        }, fold: Int.random(in: 0..<2, using: &random))
    }
  }

  private static func tally(
    of rows: [ExplanationRow], classes: [Int], countingBackground: Bool
  ) -> ExplanationTally {
    var tally = ExplanationTally(classCount: classCount, countingBackground: countingBackground)
    for row in rows {
      for pair in row.pairs where classes.contains(pair.classID) {
        tally.add(pair.outcome, ofClass: pair.classID, fold: row.fold)
      }
    }
    return tally
  }

  @Test(
    "Weighted rows have the scores of the images written out, the threshold searched again",
    arguments: [UInt64](1...3), ThresholdScope.allCases)
  func equalsWrittenOut(seed: UInt64, scope: ThresholdScope) {
    var random = SplitMix64(seed: seed)
    let rows = Self.rows(24, using: &random)
    let weights = ResampleWeights.random(24, using: &random)
    let everyClass = Array(0..<Self.classCount)
    for average in ThresholdAverage.allCases {
      for countsBackground in [false, true] {
        let all = ResampledExplanation(
          rows, classCount: Self.classCount, scope: scope, average: average,
          countingBackground: countsBackground)
        for kept in [everyClass, [0, 2]] {
          let values = all.limited(to: kept).values(weighting: weights)
          for lane in 0..<ResampleLanes.scalarCount {
            let drawn = ResampleWeights.writtenOut(rows, weights, lane: lane)
            let limited = Self.tally(of: drawn, classes: kept, countingBackground: countsBackground)
              .scores(scope: scope, average: average)
            let whole = Self.tally(
              of: drawn, classes: everyClass, countingBackground: countsBackground
            ).scores(scope: scope, average: average)
            // A mean over pairs is no mean over classes: limiting classes does not change it.
            let overPairs = average == .pair ? whole : limited
            var expected = [overPairs.mIoU, limited.mSC, limited.pixelAP]
            if scope != .pair { expected.append(overPairs.crossFittedMIoU) }
            expectValues(
              values.prefix(all.names.count).map { $0[lane] }, expected, within: 1e-12,
              "seed \(seed), \(scope), \(average), background \(countsBackground), lane \(lane)")
            guard kept == everyClass else { continue }
            expectValues(
              values.dropFirst(all.names.count).map { $0[lane] }, whole.perClass.map(\.overlap),
              within: 1e-12,
              "classes, seed \(seed), \(scope), \(average), lane \(lane)")
          }
        }
      }
    }
  }

  @Test("Joined rows have the scores of all images", arguments: ThresholdScope.allCases)
  func joins(scope: ThresholdScope) {
    var random = SplitMix64(seed: 9)
    let rows = Self.rows(18, using: &random)
    let weights = ResampleWeights.random(18, using: &random)
    func resampled(_ rows: some Sequence<ExplanationRow>) -> ResampledExplanation {
      ResampledExplanation(
        Array(rows), classCount: Self.classCount, scope: scope, average: .accumulate)
    }
    let joined = resampled(rows.prefix(7)).appending(resampled(rows.dropFirst(7)))
    let whole = resampled(rows)
    #expect(joined.imagesShowingClass == whole.imagesShowingClass)
    for lane in 0..<ResampleLanes.scalarCount {
      expectValues(
        joined.values(weighting: weights).map { $0[lane] },
        whole.values(weighting: weights).map { $0[lane].isNaN ? nil : $0[lane] }, within: 0,
        "lane \(lane)")
    }
  }

  @Test("A map of stored counts is the map that was measured")
  func storedCounts() {
    let measured = MapOutcome(
      of: [0, 0.25, 1, 0.5], inside: [false, true, true, false],
      void: [false, false, false, false], rankingPixels: true)
    let stored = MapOutcome(
      insideHistogram: measured.insideHistogram, outsideHistogram: measured.outsideHistogram,
      insideSum: measured.insideSum, outsideSum: measured.outsideSum,
      averagePrecision: measured.averagePrecision)
    #expect(stored == measured)
  }
}
