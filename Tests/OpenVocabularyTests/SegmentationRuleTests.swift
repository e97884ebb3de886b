import Imaging
import OpenVocabulary
import Tensors
import TestSupport
import Testing

@Suite struct SegmentationRuleTests {
  /// The rule word by word: each pixel of each query's enlarged map, the largest query of each class,
  /// the first of the largest classes.
  private func reference(
    _ similarity: Tensor, classOfQuery: [Int], excluded: Set<Int>, width: Int, height: Int
  ) -> [UInt16] {
    let (rows, columns, queries) = (
      similarity.shape[0], similarity.shape[1], similarity.shape[2]
    )
    func axis(_ position: Int, _ inputs: Int, _ outputs: Int) -> (Int, Int, Float) {
      let centre = max(0, Float(inputs) / Float(outputs) * (Float(position) + 0.5) - 0.5)
      let lower = min(Int(centre), inputs - 1)
      return (lower, min(lower + 1, inputs - 1), centre - Float(lower))
    }
    var labels: [UInt16] = []
    for y in 0..<height {
      let (top, bottom, down) = axis(y, rows, height)
      for x in 0..<width {
        let (left, right, along) = axis(x, columns, width)
        func column(_ column: Int, _ query: Int) -> Float {
          similarity.elements[(top * columns + column) * queries + query] * (1 - down)
            + similarity.elements[(bottom * columns + column) * queries + query] * down
        }
        var best: (score: Float, label: Int)?
        for label in Set(classOfQuery).subtracting(excluded).sorted() {
          let scores = classOfQuery.indices.filter { classOfQuery[$0] == label }.map { query in
            column(left, query) * (1 - along) + column(right, query) * along
          }
          guard let score = scores.max() else { continue }
          if best.map({ score > $0.score }) ?? true { best = (score, label) }
        }
        labels.append(UInt16(best?.label ?? -1))
      }
    }
    return labels
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func itIsTheNaiveComputationToTheLastBit(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let (rows, columns, queries) = (draw(1...9), draw(1...9), draw(1...12))
    let (width, height) = (draw(1...70), draw(1...40))
    let classes = draw(1...queries)
    let classOfQuery = (0..<queries).map { $0 < classes ? $0 : draw(0...(classes - 1)) }
      .shuffled(using: &random)
    let excluded: Set<Int> = classes > 1 && seed % 3 == 0 ? [draw(0...(classes - 1))] : []
    // Every other seed has few distinct values, so that ties abound.
    let scores = (0..<(rows * columns * queries)).map { _ in
      seed % 2 == 0 ? Float.random(in: -1...1, using: &random) : Float(draw(0...2)) / 2
    }
    let similarity = Tensor(shape: [rows, columns, queries], elements: scores)
    let rule = SegmentationRule(classOfQuery: classOfQuery, excludedClasses: excluded)
    let labels = try rule.labels(from: similarity, width: width, height: height)
    let expected = reference(
      similarity, classOfQuery: classOfQuery, excluded: excluded, width: width, height: height)
    #expect(labels.width == width && labels.height == height)
    let difference = zip(labels.labels, expected).enumerated().first { $1.0 != $1.1 }
    #expect(
      difference == nil,
      """
      seed \(seed): \(similarity.shape) to \(height) × \(width), classes \(classOfQuery) \
      without \(excluded): first at pixel \(difference?.offset ?? -1)
      """)
  }

  @Test func itAgreesWithTheArgmaxOfTheEnlargedMap() throws {
    var random = SplitMix64(seed: 99)
    let similarity = Tensor(shape: [4, 5, 7], elements: random.floats(4 * 5 * 7))
    let labels = try SegmentationRule(classOfQuery: Array(0..<7))
      .labels(from: similarity, width: 83, height: 41)
    let enlarged = similarity.resampledBilinearly(toHeight: 41, width: 83).elements
    for pixel in labels.labels.indices {
      let scores = enlarged[(pixel * 7)..<(pixel * 7 + 7)]
      let best = scores.firstIndex(of: scores.max() ?? 0).map { $0 - scores.startIndex }
      #expect(Int(labels.labels[pixel]) == best, "pixel \(pixel)")
    }
  }

  @Test func aliasesCompeteForTheirClass() throws {
    // Query 2 belongs to class 0 and beats class 1 on the right.
    let similarity = Tensor(shape: [1, 2, 3], elements: [0, 1, 0.5, 0, 1, 2])
    let labels = try SegmentationRule(classOfQuery: [0, 1, 0])
      .labels(from: similarity, width: 2, height: 1)
    #expect(labels.labels == [1, 0])
  }

  @Test func theFirstClassWinsATieWhateverTheOrderOfTheQueries() throws {
    let similarity = Tensor(shape: [1, 1, 3], elements: [1, 1, 1])
    let labels = try SegmentationRule(classOfQuery: [2, 1, 4])
      .labels(from: similarity, width: 1, height: 1)
    #expect(labels.labels == [1])
  }

  @Test func anExcludedClassIsNeverPredicted() throws {
    let similarity = Tensor(shape: [1, 2, 3], elements: [9, 1, 2, 9, 2, 1])
    let labels = try SegmentationRule(classOfQuery: [0, 1, 2], excludedClasses: [0])
      .labels(from: similarity, width: 2, height: 1)
    #expect(labels.labels == [2, 1])
  }

  @Test func scoresMayAllBeNegative() throws {
    let similarity = Tensor(shape: [1, 1, 2], elements: [-3e38, -2e38])
    let labels = try SegmentationRule(classOfQuery: [0, 1])
      .labels(from: similarity, width: 3, height: 2)
    #expect(labels.labels == Array(repeating: 1, count: 6))
  }

  @Test func aScoreThatIsNoNumberIsAnError() {
    let similarity = Tensor(shape: [1, 2, 2], elements: [0, 1, .nan, 2])
    let rule = SegmentationRule(classOfQuery: [0, 1])
    let error = #expect(throws: OpenVocabularyError.self) {
      try rule.labels(from: similarity, width: 4, height: 4)
    }
    #expect(error?.description.hasPrefix("the score of query 0 at row 0, column 1 is nan") == true)
  }
}
