import Evaluation
import Metrics
import Testing

@Suite("Confused pairs")
struct ConfusedPairTests {
  @Test("The pairs that cost the most pixels come first, with nothing predicted among them")
  func order() throws {
    var confusion = ConfusionMatrix(classCount: 3)
    confusion.add(90, truth: 0, prediction: 0)
    confusion.add(10, truth: 0, prediction: 2)
    confusion.add(30, truth: 1, prediction: 3)
    confusion.add(10, truth: 1, prediction: 0)
    confusion.add(5, truth: 2, prediction: 1)
    let row = ResultRow(
      method: "clip", classNames: ["sky", "sea", "sand"], images: 1, confusion: confusion,
      policy: .predictedCountsZero, leavingOut: [])
    let pairs = try #require(row.confusedPairs(most: 3))
    #expect(pairs.map(\.pixels) == [30, 10, 10])
    #expect(pairs[0].truth == 1)
    #expect(pairs[0].prediction == nil)
    #expect(pairs[0].shareOfTruth == 0.75)
    #expect(pairs[1...].map(\.truth) == [0, 1], "equal ones in the order of the classes")
    #expect(try #require(row.confusedPairs(most: 9)).count == 4)
  }
}
