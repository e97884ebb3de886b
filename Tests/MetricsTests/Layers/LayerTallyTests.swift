import Metrics
import TestSupport
import Testing

@Suite("LayerTally")
struct LayerTallyTests {
  private static let blockCount = 3

  /// Images with random numbers, some outputs without direction, some pairs without foreground.
  private static func outcomes(seed: UInt64) -> [LayerOutcome] {
    var random = SplitMix64(seed: seed)
    func ratio() -> Double { Double.random(in: 0...1, using: &random) }
    return (0..<40).map { _ in
      LayerOutcome(
        cosines: Dictionary(
          uniqueKeysWithValues: LayerMeasure.allCases.map { measure in
            (measure, (0..<blockCount).map { _ in ratio() < 0.1 ? nil : 2 * ratio() - 1 })
          }),
        pairs: (0..<5).filter { $0 != 3 && ratio() < 0.5 }.map { classID in
          LayerOutcome.Pair(
            classID: classID, distances: [ratio(), ratio()],
            foreground: ratio() < 0.3
              ? nil
              : LayerOutcome.Foreground(
                queryKey: (0..<blockCount).map { _ in ratio() },
                valueValue: (0..<blockCount).map { _ in ratio() }, chance: ratio()))
        })
    }
  }

  private static func scores(of outcomes: [LayerOutcome]) -> LayerScores {
    var tally = LayerTally(blockCount: blockCount, wayCount: 2, classCount: 5)
    for outcome in outcomes { tally.add(outcome) }
    return tally.scores
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  @Test("means agree with plain sums", arguments: [1, 2, 3] as [UInt64])
  func means(seed: UInt64) throws {
    let outcomes = Self.outcomes(seed: seed)
    let scores = Self.scores(of: outcomes)
    let pairs = outcomes.flatMap(\.pairs)
    func expect(_ got: Double?, _ value: (LayerOutcome.Pair) -> Double?, _ what: String) throws {
      let perClass = (0..<5).compactMap { classID in
        Self.mean(pairs.filter { $0.classID == classID }.compactMap(value))
      }
      let expected = try #require(Self.mean(perClass))
      #expect(abs(try #require(got) - expected) < 1e-14, "\(what), seed \(seed)")
    }
    for block in 0..<Self.blockCount {
      for measure in LayerMeasure.allCases {
        let terms = outcomes.compactMap { $0.cosines[measure]?[block] ?? nil }
        let expected = try #require(Self.mean(terms))
        let got = try #require(scores.cosines[measure]?[block] ?? nil)
        #expect(abs(got - expected) < 1e-14, "\(measure), block \(block), seed \(seed)")
      }
      try expect(scores.queryKey[block], { $0.foreground?.queryKey[block] }, "q·k")
      try expect(scores.valueValue[block], { $0.foreground?.valueValue[block] }, "v·v")
    }
    for way in 0..<2 { try expect(scores.distances[way], { $0.distances[way] }, "distance") }
    try expect(scores.chance, { $0.foreground?.chance }, "chance")
    #expect(scores.images == 40)
    #expect(scores.pairs == pairs.count)
    #expect(scores.pairsWithoutForeground == pairs.count { $0.foreground == nil })
  }

  @Test("the order of the images does not change a bit")
  func order() {
    let outcomes = Self.outcomes(seed: 9)
    var random = SplitMix64(seed: 10)
    let scores = Self.scores(of: outcomes)
    for _ in 0..<5 { #expect(Self.scores(of: outcomes.shuffled(using: &random)) == scores) }
  }

  @Test("nothing seen is nothing said")
  func empty() {
    let scores = Self.scores(of: [])
    #expect(scores.cosines[.feedForward] == [nil, nil, nil])
    #expect(scores.distances == [nil, nil])
    #expect(scores.queryKey == [nil, nil, nil])
    #expect(scores.chance == nil)
    #expect(scores.pairs == 0)
  }

  @Test("a cosine is exact where it is known, never beyond one, and undefined without direction")
  func cosines() {
    #expect(Cosine.between([3, 4], [3, 4]) == 1)
    #expect(Cosine.between([3, 4], [-6, -8]) == -1)
    #expect(Cosine.between([1, 0], [0, 5]) == 0)
    #expect(Cosine.between([1, 1], [1, 0]).map { abs($0 - 0.5.squareRoot()) < 1e-15 } == true)
    #expect(Cosine.between([0, 0], [1, 2]) == nil)
    #expect(Cosine.between([1, .nan], [1, 2]) == nil)
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
      let vector = random.floats(7, in: -1...1)
      #expect(Cosine.between(vector, vector.map { $0 * 3 }).map { $0 <= 1 } == true)
    }
  }
}
