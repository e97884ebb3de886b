import Testing

@testable import Evaluation

@Suite("Outputs against published ones")
struct OutputComparisonTests {
  @Test("What OpenAI's own test allows holds, and what it does not allow does not")
  func bounds() {
    #expect(OutputComparison("", got: [1.1, 0.009], expected: [1, 0]).holds)
    #expect(!OutputComparison("", got: [1.12, 0], expected: [1, 0]).holds)
    #expect(!OutputComparison("", got: [1, 0.011], expected: [1, 0]).holds)
  }

  @Test("The number that is furthest off in terms of what is allowed is named")
  func worst() {
    let comparison = OutputComparison("", got: [11, 0.02], expected: [10, 0])
    #expect(comparison.worst.got == 0.02 && comparison.worst.expected == 0)
    #expect(abs(comparison.largestExcess - 2) < 1e-12, "\(comparison.largestExcess)")
  }

  @Test("What is no number never holds")
  func notANumber() {
    let comparison = OutputComparison("", got: [0, .nan], expected: [0, 0])
    #expect(!comparison.holds)
    #expect(comparison.worst.got.isNaN)
  }
}
