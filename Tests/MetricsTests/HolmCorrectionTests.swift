import Metrics
import Testing

@Suite("Holm's correction")
struct HolmCorrectionTests {
  private static func expectClose(_ actual: [Double?], _ expected: [Double?]) {
    #expect(actual.count == expected.count)
    for (index, (value, reference)) in zip(actual, expected).enumerated() {
      expectScore(value, reference, within: 1e-15, "p value \(index)")
    }
  }

  @Test("Four values, corrected by hand")
  func byHand() {
    // In order 0.005 · 4 = 0.02, 0.01 · 3 = 0.03, 0.03 · 2 = 0.06, 0.04 · 1 = 0.04, which may not be
    // smaller than the one before.
    Self.expectClose(
      HolmCorrection.adjusted([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02])
  }

  @Test("No value exceeds 1, equal values stay equal, and what was not tested does not count")
  func edges() {
    Self.expectClose(HolmCorrection.adjusted([0.6, nil, 0.6, 0.9]), [1, nil, 1, 1])
    Self.expectClose(HolmCorrection.adjusted([0.02, nil, 0.02]), [0.04, nil, 0.04])
    Self.expectClose(HolmCorrection.adjusted([0.03, nil]), [0.03, nil])
    #expect(HolmCorrection.adjusted([nil, nil]) == [nil, nil])
    #expect(HolmCorrection.adjusted([]).isEmpty)
  }
}
