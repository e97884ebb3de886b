import Metrics
import TestSupport
import Testing

@Suite("Exact sum")
struct ExactSumTests {
  @Test(
    "The sum of ratios is the nearest Double to their true sum, in every order", arguments: [3, 4])
  func sumsExactly(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let terms = (0..<2_000).map { _ in
      Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 1_048_576
    }
    // Multiples of 2⁻²⁰ add up without rounding in a Double too.
    let expected = terms.reduce(0, +)
    for order in [terms, terms.reversed(), terms.shuffled(using: &random)] {
      var sum = ExactSum()
      for term in order { sum.add(term) }
      #expect(sum.value == expected, "seed \(seed)")
    }
  }

  @Test("Terms that cancel leave nothing behind, where Doubles would")
  func cancels() {
    let terms = [0.1, 0.2, -0.3, 0.7, -0.7, 0.3, -0.2, -0.1]
    var sum = ExactSum()
    for term in terms { sum.add(term) }
    #expect(sum.value == 0)
    #expect(terms.reduce(0, +) != 0, "This case no longer shows the difference")
  }

  @Test("Merging parts gives the sum of the whole")
  func merges() {
    var random = SplitMix64(seed: 8)
    let terms = (0..<300).map { _ in Double.random(in: -1...1, using: &random) }
    var whole = ExactSum()
    for term in terms { whole.add(term) }
    var merged = ExactSum()
    for part in 0..<3 {
      var sum = ExactSum()
      for term in terms[part * 100..<(part + 1) * 100] { sum.add(term) }
      merged.merge(sum)
    }
    #expect(merged == whole)
    #expect(ExactSum().mean(over: 0) == nil)
  }
}
