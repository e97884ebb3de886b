import Metrics
import TestSupport
import Testing

@Suite("F1 of the top classes")
struct TopLabelTests {
  @Test(
    "Counts agree with plain ones, with ties and undecided classes", arguments: [UInt64](1...10))
  func equalsDefinition(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let classCount = Int.random(in: 1...9, using: &random)
    let top = Int.random(in: 1...5, using: &random)
    var tally = RecognitionTally(classCount: classCount)
    var (named, right, positives) = (0, 0, 0)
    for _ in 0..<40 {
      let scores = (0..<classCount).map { _ in Float(Int.random(in: -2...2, using: &random)) }
      let truth = (0..<classCount).map { _ in
        [RecognitionTally.Presence.absent, .absent, .present, .undecided][
          Int.random(in: 0..<4, using: &random)]
      }
      tally.add(scores: scores, truth: truth)
      // A class is named where fewer than `top` classes stand before it.
      for classID in 0..<classCount where truth[classID] != .undecided {
        let before = (0..<classCount).count { other in
          truth[other] != .undecided
            && (scores[other] > scores[classID]
              || (scores[other] == scores[classID] && other < classID))
        }
        if before < top {
          named += 1
          if truth[classID] == .present { right += 1 }
        }
        if truth[classID] == .present { positives += 1 }
      }
    }
    let scores = tally.topLabels(top)
    #expect(scores.named == named && scores.right == right && scores.positives == positives)
    let (precision, recall) = (
      Double(right) / Double(named), Double(right) / Double(positives)
    )
    let expected = 2 * precision * recall / (precision + recall)
    #expect(abs(try #require(scores.f1) - expected) < 1e-12, "seed \(seed)")
    #expect(scores.precision == precision && scores.recall == recall)
  }

  @Test("Without images, or without a label, there is no F1; all wrong is zero")
  func edges() {
    var tally = RecognitionTally(classCount: 2)
    #expect(tally.topLabels(3).f1 == nil)
    tally.add(scores: [1, 0], truth: [.absent, .absent])
    #expect(tally.topLabels(3).f1 == nil)
    #expect(tally.topLabels(3).precision == 0)
    tally.add(scores: [1, 0], truth: [.absent, .present])
    #expect(tally.topLabels(1).f1 == 0)
  }
}
