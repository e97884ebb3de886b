import Metrics
import Testing

@Suite("Point tally")
struct PointTallyTests {
  private func outcome(
    positives: [(isInside: Bool, isVoid: Bool)], negatives: [(isInside: Bool, isVoid: Bool)]
  ) -> PointOutcome {
    var outcome = PointOutcome()
    for point in positives { outcome.addPositive(isInside: point.isInside, isVoid: point.isVoid) }
    for point in negatives { outcome.addNegative(isInside: point.isInside, isVoid: point.isVoid) }
    return outcome
  }

  @Test("Shares are averaged over pairs, then over classes; void points are not scored")
  func averages() {
    var tally = PointTally(classCount: 3)
    tally.add(
      outcome(
        positives: [(true, false), (false, false), (false, true)], negatives: [(false, false)]),
      ofClass: 0)
    tally.add(outcome(positives: [(true, false)], negatives: [(true, false)]), ofClass: 0)
    tally.add(outcome(positives: [(false, false)], negatives: [(false, false)]), ofClass: 2)
    tally.add(outcome(positives: [(false, true)], negatives: []), ofClass: 1)
    let scores = tally.scores
    #expect(scores.pairsWithoutPoints == 1)
    #expect(scores.perClass[0].positives == 0.75)
    #expect(scores.perClass[0].negatives == 0.5)
    #expect(scores.perClass[0].both == (2.0 / 3 + 0.5) / 2)
    #expect(scores.perClass[1].both == nil)
    #expect(scores.mean.positives == (0.75 + 0) / 2)
    #expect(scores.mean.negatives == (0.5 + 1) / 2)
    #expect(scores.micro.positives == 2.0 / 4)
    #expect(scores.micro.both == 4.0 / 7)
    #expect(scores.mean.pairs == 3)
  }
}
