import Testing

@testable import Metrics

@Suite("Resampling units")
struct ResamplingUnitsTests {
  @Test("Clusters are numbered as they appear and drawn in one piece")
  func clusters() {
    let units = ResamplingUnits(clusters: ["bonn", "aachen", "bonn", "ulm", "aachen", "bonn"])
    #expect(units.count == 3)
    #expect(units.imageCount == 6)
    #expect(units.count(among: [0, 2, 5]) == 1)
    #expect(units.count(among: [0, 1, 3]) == 3)
    let weights = units.drawnWeights(fromResample: 0, seed: 1)
    #expect(weights[0] == weights[2] && weights[2] == weights[5] && weights[1] == weights[4])
    #expect(weights[0] + weights[1] + weights[3] == ResampleLanes(repeating: 3))
  }

  @Test("A resample draws as many units as there are", arguments: [1, 2, 7, 64, 501])
  func drawsAsMany(count: Int) {
    let weights = ResamplingUnits(images: count).drawnWeights(fromResample: 8, seed: 3)
    #expect(weights.reduce(.zero, +) == ResampleLanes(repeating: Double(count)))
  }

  @Test("A resample is the same whichever others are drawn beside it")
  func isIndependentOfBlock() {
    let units = ResamplingUnits(images: 50)
    let first = units.drawnWeights(fromResample: 0, seed: 3)
    let second = units.drawnWeights(fromResample: 5, seed: 3)
    for image in 0..<50 {
      for lane in 0..<3 { #expect(first[image][lane + 5] == second[image][lane]) }
    }
    #expect(first != units.drawnWeights(fromResample: 0, seed: 4))
    #expect(first != units.drawnWeights(fromResample: 8, seed: 3))
  }

  @Test("Weights have the moments of the multinomial distribution", arguments: [UInt64](1...3))
  func moments(seed: UInt64) {
    // With n units, a weight has mean 1, variance 1 − 1/n, and covariance −1/n with another's.
    let (count, blocks) = (10, 4000)
    let units = ResamplingUnits(images: count)
    var squares = 0.0
    var products = 0.0
    var first = 0.0
    for block in 0..<blocks {
      let weights = units.drawnWeights(fromResample: block * 8, seed: seed)
      squares += ((weights[3] - 1) * (weights[3] - 1)).sum()
      products += ((weights[3] - 1) * (weights[7] - 1)).sum()
      first += weights[0].sum()
    }
    let resamples = Double(blocks * 8)
    // Four standard errors of each mean: the fourth central moment of a weight is below 4.
    let bound = 4 * (4 / resamples).squareRoot()
    print("seed \(seed): \(squares / resamples), \(products / resamples), \(first / resamples)")
    #expect(abs(squares / resamples - 0.9) < bound, "seed \(seed)")
    #expect(abs(products / resamples + 0.1) < bound, "seed \(seed)")
    #expect(abs(first / resamples - 1) < bound, "seed \(seed)")
  }

  @Test("The jackknife leaves out one unit at a time, and none behind the last")
  func jackknife() {
    let units = ResamplingUnits(clusters: ["a", "b", "a"])
    let weights = units.weightsLacking(fromUnit: 0)
    #expect(weights[0] == ResampleLanes(0, 1, 1, 1, 1, 1, 1, 1))
    #expect(weights[1] == ResampleLanes(1, 0, 1, 1, 1, 1, 1, 1))
    #expect(weights[2] == weights[0])
  }

  @Test("All exchanges are taken once, but for the one that moves nothing")
  func allExchanges() {
    let units = ResamplingUnits(clusters: ["a", "b", "a", "c"])
    let swaps = units.swapWeights(fromPermutation: 0, seed: nil)
    let patterns = (0..<7).map { lane in swaps.map { Int($0[lane]) } }
    #expect(Set(patterns).count == 7)
    #expect(!patterns.contains([0, 0, 0, 0]))
    #expect(patterns.allSatisfy { $0[0] == $0[2] })
    let random = ResamplingUnits(images: 130).swapWeights(fromPermutation: 0, seed: 2)
    #expect(random.allSatisfy { $0 * $0 == $0 })
    let share = random.reduce(.zero, +).sum() / Double(130 * 8)
    #expect(abs(share - 0.5) < 4 * (0.25 / Double(130 * 8)).squareRoot(), "share \(share)")
  }
}
