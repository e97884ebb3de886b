import Foundation
import Reporting
import TestSupport
import Testing

@Suite("NumberFormat")
struct NumberFormatTests {
  @Test(
    "rounds once, from the exact binary value, ties to even",
    arguments: [
      (0.125, "0.12"), (0.375, "0.38"), (0.625, "0.62"), (-0.125, "-0.12"),
      // No ties: the nearest Doubles lie below 2.675 and 1.005 and above 0.145.
      (2.675, "2.67"), (1.005, "1.00"), (0.145, "0.14"), (31.405, "31.41"),
      (99.995, "100.00"), (99.994_999, "99.99"), (0, "0.00"), (100, "100.00"),
    ])
  func rounding(value: Double, expected: String) {
    #expect(NumberFormat.percent.string(from: value) == expected)
  }

  @Test(
    "prints what Decimal arithmetic on the exact value gives", arguments: 0..<20 as Range<UInt64>)
  func exactDecimals(seed: UInt64) {
    // Eighths of a percent are exact both as Double and in decimal digits.
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let eighths = Int.random(in: -80_000...80_000, using: &random)
      let thousandths = eighths * 125
      let (hundredths, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 10)
      let isUp = rest > 5 || (rest == 5 && hundredths % 2 == 1)
      let rounded = hundredths + (isUp ? 1 : 0)
      let sign = eighths < 0 && rounded > 0 ? "-" : ""
      let digits = rounded % 100 < 10 ? "0\(rounded % 100)" : "\(rounded % 100)"
      #expect(
        NumberFormat.percent.string(from: Double(eighths) / 8)
          == "\(sign)\(rounded / 100).\(digits)",
        "seed \(seed), \(eighths)/8")
    }
  }

  @Test("writes zero without a sign")
  func zero() {
    #expect(NumberFormat.percent.string(from: -0.001) == "0.00")
    #expect(NumberFormat.percent.string(from: -0.0) == "0.00")
    #expect(NumberFormat.count.string(from: -0.4) == "0")
    #expect(NumberFormat.percent.string(from: -0.006) == "-0.01")
  }

  @Test("groups nothing and consults no locale")
  func locale() {
    #expect(NumberFormat.percent.string(from: 1_234_567.891) == "1234567.89")
    #expect(NumberFormat.count.string(from: 1e15) == "1000000000000000")
  }
}
