import TestSupport
import Testing

@testable import Evaluation

@Suite("TopTokenTally")
struct TopTokenTallyTests {
  @Test("Counts equal plain ones, in any order of pairs", arguments: 0..<8 as Range<UInt64>)
  func plainCounts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let topCount = Int(random.next() % 4) + 1
    let pairs = (0..<60).map { _ in
      (0..<Int(random.next() % 6 + 1)).map { _ in Int(random.next() % 9) }
    }
    var forward = TopTokenTally()
    var backward = TopTokenTally()
    for pair in pairs { forward.add(RankedTokens(ranked: pair, topCount: topCount)) }
    for pair in pairs.reversed() {
      backward.add(RankedTokens(ranked: pair, topCount: topCount))
    }
    #expect(forward == backward, "seed \(seed)")
    #expect(forward.pairs == pairs.count)
    for token in 0..<9 {
      let counts = forward.counts[token] ?? TopTokenTally.Counts()
      #expect(counts.pairs == pairs.count { $0.contains(token) }, "seed \(seed)")
      #expect(counts.first == pairs.count { $0.first == token }, "seed \(seed)")
      #expect(
        counts.onTop == pairs.count { $0.prefix(topCount).contains(token) }, "seed \(seed)")
    }
    let onTop = forward.ranking.map(\.counts.onTop)
    #expect(onTop == onTop.sorted(by: >) && !onTop.contains(0), "seed \(seed)")
  }

  @Test("Of equally frequent tokens the one more often first leads, then the lower number")
  func ties() {
    var tally = TopTokenTally()
    for ranked in [[5, 3, 8], [3, 5, 8], [3, 5, 7], [2, 9, 1]] {
      tally.add(RankedTokens(ranked: ranked, topCount: 2))
    }
    #expect(tally.ranking.map(\.token) == [3, 5, 2, 9])
  }
}
