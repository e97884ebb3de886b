import Metrics
import TestSupport
import Testing

@Suite("Explanation tally")
struct ExplanationTallyTests {
  private typealias Pair = PlainExplanation.Pair

  /// Maps with many equal scores, void pixels, and masks from one pixel to all but one.
  private static func pairs(seed: UInt64, count: Int = 40, classCount: Int = 4) -> [Pair] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { index in
      let pixels = Int.random(in: 2...60, using: &random)
      let levels = Float([7, 100, 1_000].randomElement(using: &random) ?? 7)
      let share = [0.02, 0.3, 0.98].randomElement(using: &random) ?? 0.3
      return Pair(
        image: "image\(index / 2)", classID: Int.random(in: 0..<classCount, using: &random),
        map: (0..<pixels).map { _ in Float.random(in: 0...levels, using: &random).rounded() / levels
        },
        inside: (0..<pixels).map { _ in Double.random(in: 0..<1, using: &random) < share },
        void: (0..<pixels).map { _ in Double.random(in: 0..<1, using: &random) < 0.1 })
    }.map { pair in
      var pair = pair
      for pixel in pair.map.indices where pair.void[pixel] { pair.inside[pixel] = false }
      return pair
    }
  }

  private static func tally(
    of pairs: [Pair], classCount: Int = 4, countingBackground: Bool = false
  ) -> ExplanationTally {
    var tally = ExplanationTally(classCount: classCount, countingBackground: countingBackground)
    for pair in pairs {
      tally.add(
        MapOutcome(of: pair.map, inside: pair.inside, void: pair.void, rankingPixels: true),
        ofClass: pair.classID, fold: ImageFold.ofImage(named: pair.image))
    }
    return tally
  }

  @Test(
    "One pass finds what trying every threshold on every pixel finds",
    arguments: [UInt64](1...3), ThresholdScope.allCases)
  func equalsBruteForce(seed: UInt64, scope: ThresholdScope) throws {
    let pairs = Self.pairs(seed: seed)
    for average in ThresholdAverage.allCases {
      for countsBackground in [false, true] {
        let plain = PlainExplanation(pairs: pairs, countsBackground: countsBackground)
        let scores = Self.tally(of: pairs, countingBackground: countsBackground)
          .scores(scope: scope, average: average)
        let context = "seed \(seed), \(average), background \(countsBackground)"
        expectEqual(scores.mIoU, plain.mIoU(scope: scope, average: average), context)
        expectEqual(scores.mSC, plain.mSC, context)
        expectEqual(scores.allForeground, plain.allForeground(average), context)
        if scope != .pair {
          expectEqual(
            scores.crossFittedMIoU, plain.crossFitted(scope: scope, average: average), context)
        }
        #expect(scores.leftOutPairs == pairs.count { !$0.isScored }, "\(context)")
      }
    }
  }

  private func expectEqual(_ actual: Double?, _ expected: Double, _ context: String) {
    let difference = abs((actual ?? .nan) - expected)
    #expect(
      difference <= 1e-12,
      "\(context): got \(String(describing: actual)), expected \(expected)")
  }

  @Test("The order of the images moves no bit", arguments: [UInt64](11...14))
  func isIndependentOfOrder(seed: UInt64) {
    let pairs = Self.pairs(seed: seed)
    var random = SplitMix64(seed: seed)
    #expect(Self.tally(of: pairs) == Self.tally(of: pairs.shuffled(using: &random)), "seed \(seed)")
  }

  @Test("A score on a threshold reaches it, at every threshold of the grid")
  func thresholdsAreExact() {
    for (position, threshold) in ThresholdGrid.thresholds.enumerated() {
      for (score, expected) in [
        (threshold, position), (threshold.nextDown, position - 1),
      ] where score >= 0 {
        let outcome = MapOutcome(
          of: [score], inside: [true], void: [false], rankingPixels: false)
        #expect(
          outcome.insideHistogram.firstIndex(of: 1) == expected + 1,
          "\(score) at threshold \(position)")
      }
    }
  }

  @Test("Pixels rank as the definition of average precision has it", arguments: [UInt64](21...24))
  func pixelPrecision(seed: UInt64) {
    for pair in Self.pairs(seed: seed) {
      let known = pair.map.indices.filter { !pair.void[$0] }
      let expected = AveragePrecision.of(
        positives: known.filter { pair.inside[$0] }.map { pair.map[$0] },
        negatives: known.filter { !pair.inside[$0] }.map { pair.map[$0] })
      let actual = MapOutcome(
        of: pair.map, inside: pair.inside, void: pair.void, rankingPixels: true
      ).averagePrecision
      #expect((actual == nil) == (expected == nil), "seed \(seed)")
      #expect(abs((actual ?? 0) - (expected ?? 0)) < 1e-12, "seed \(seed)")
    }
  }

  @Test("A perfect map scores one, its opposite minus one in contrast")
  func extremes() {
    let inside = [true, true, false, false, false]
    let void = Array(repeating: false, count: 5)
    func scores(_ map: [Float]) -> ExplanationScores {
      var tally = ExplanationTally(classCount: 1)
      tally.add(
        MapOutcome(of: map, inside: inside, void: void, rankingPixels: true), ofClass: 0, fold: 0)
      return tally.scores()
    }
    let perfect = scores([1, 1, 0, 0, 0])
    #expect(perfect.mIoU == 1)
    #expect(perfect.mSC == 1)
    #expect(perfect.pixelAP == 1)
    #expect(perfect.threshold == 0.01)
    #expect(perfect.crossFittedMIoU == nil, "One image has no other half to fit a threshold to")
    let opposite = scores([0, 0, 1, 1, 1])
    #expect(opposite.mSC == -1)
    #expect(opposite.mIoU == 0.4, "The best that is left is to call everything foreground")
    #expect(opposite.threshold == 0)
    #expect(opposite.allForeground == 0.4)
  }

  @Test("Pairs without inside or without outside pixels are counted and left out")
  func leavesOutOneSidedPairs() {
    var tally = ExplanationTally(classCount: 1)
    for inside in [[true, true], [false, false], [true, false]] {
      tally.add(
        MapOutcome(
          of: [0, 1], inside: inside, void: [false, !inside[1] && !inside[0]], rankingPixels: false),
        ofClass: 0, fold: 0)
    }
    #expect(tally.leftOutPairs == 2)
    #expect(tally.pairs == 1)
    #expect(ExplanationTally(classCount: 3).scores().mIoU == nil)
  }
}
