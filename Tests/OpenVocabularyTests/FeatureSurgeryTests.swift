import Foundation
import OpenVocabulary
import Tensors
import TestSupport
import Testing

@Suite struct FeatureSurgeryTests {
  private let multiplier = OpenBLASMultiplier()

  /// The published computation word by word, in Double: a tensor of tokens × queries × features,
  /// weighted, less its mean over the queries, summed over the features.
  private func reference(
    _ tokens: Tensor, _ texts: Tensor, _ variant: FeatureSurgery.Variant, temperature: Double = 2
  ) -> Tensor {
    let (rows, queries, width) = (tokens.shape[0], texts.shape[0], texts.shape[1])
    func product(_ row: Int, _ query: Int, _ feature: Int) -> Double {
      Double(tokens.elements[row * width + feature])
        * Double(texts.elements[query * width + feature])
    }
    func cosine(_ row: Int, _ query: Int) -> Double {
      (0..<width).reduce(0) { $0 + product(row, query, $1) }
    }
    var result = Tensor(zeros: [rows, queries])
    for row in 0..<rows {
      let source = variant == .firstRelease ? row : 0
      var weights = (0..<queries).map { exp(temperature * cosine(source, $0)) }
      let mean = weights.reduce(0, +) / Double(queries)
      weights = weights.map { $0 / mean }
      for query in 0..<queries {
        var sum = 0.0
        for feature in 0..<width {
          let redundant =
            (0..<queries).reduce(0) { $0 + weights[$1] * product(row, $1, feature) }
            / Double(queries)
          let weight = variant == .paper ? 1 : weights[query]
          sum += weight * product(row, query, feature) - redundant
        }
        result.elements[row * queries + query] = Float(sum)
      }
    }
    return result
  }

  private func unitRows(_ rows: Int, _ width: Int, seed: UInt64) -> Tensor {
    var random = SplitMix64(seed: seed)
    return Tensor(shape: [rows, width], elements: random.floats(rows * width)).unitRows()
  }

  private func cosines(_ tokens: Tensor, _ texts: Tensor) -> Tensor {
    TextClassifier(features: texts, classOfQuery: Array(0..<texts.shape[0]))
      .cosines(of: tokens, using: multiplier)
  }

  @Test(arguments: FeatureSurgery.Variant.allCases, 0..<4 as Range<UInt64>)
  func itIsThePublishedComputation(variant: FeatureSurgery.Variant, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let (rows, queries) = (
      Int.random(in: 1...9, using: &random), Int.random(in: 1...20, using: &random)
    )
    let (tokens, texts) = (
      unitRows(rows, 11, seed: seed + 10), unitRows(queries, 11, seed: seed + 20)
    )
    let similarity = FeatureSurgery(variant).similarity(fromCosines: cosines(tokens, texts))
    expectClose(
      similarity, reference(tokens, texts, variant), relative: 1e-5,
      "\(variant), seed \(seed), \(rows) tokens, \(queries) queries")
  }

  @Test func theTemperatureIsAParameter() {
    let (tokens, texts) = (unitRows(5, 8, seed: 1), unitRows(6, 8, seed: 2))
    let surgery = FeatureSurgery(.released, temperature: 7)
    expectClose(
      surgery.similarity(fromCosines: cosines(tokens, texts)),
      reference(tokens, texts, .released, temperature: 7), relative: 1e-5, "τ = 7")
  }

  @Test(arguments: FeatureSurgery.Variant.allCases)
  func imagesOfABatchDoNotMeet(variant: FeatureSurgery.Variant) {
    let texts = unitRows(6, 8, seed: 3)
    let images = (0..<3).map { cosines(unitRows(5, 8, seed: 30 + $0), texts) }
    let batch = Tensor(shape: [3, 5, 6], elements: images.flatMap(\.elements))
    let surgery = FeatureSurgery(variant)
    #expect(
      surgery.similarity(fromCosines: batch).elements
        == images.flatMap { surgery.similarity(fromCosines: $0).elements })
  }

  @Test(arguments: FeatureSurgery.Variant.allCases)
  func theClassTokenAloneGivesItsRow(variant: FeatureSurgery.Variant) {
    let all = cosines(unitRows(5, 8, seed: 4), unitRows(6, 8, seed: 5))
    let first = Tensor(shape: [1, 6], elements: Array(all.elements.prefix(6)))
    let surgery = FeatureSurgery(variant)
    #expect(
      surgery.similarity(fromCosines: first).elements
        == Array(surgery.similarity(fromCosines: all).elements.prefix(6)))
  }

  @Test func whatAllTextsShareIsRemoved() {
    // Two texts that agree in their first feature, and an image that shows mostly that.
    let texts = Tensor(shape: [2, 3], elements: [0.8, 0.6, 0, 0.8, 0, 0.6])
    let tokens = Tensor(shape: [3, 3], elements: [1, 0, 0, 0.8, 0.6, 0, 0.8, 0, 0.6])
    let similarity = FeatureSurgery().similarity(fromCosines: cosines(tokens, texts))
    for (index, expected) in [0, 0, 0.18, -0.18, -0.18, 0.18].enumerated() {
      #expect(abs(Double(similarity.elements[index]) - expected) < 1e-6, "element \(index)")
    }
  }

  @Test func aSingleTextIsComparedWithoutTheEmptyOne() {
    let (tokens, texts) = (unitRows(4, 8, seed: 6), unitRows(2, 8, seed: 7))
    let redundant = unitRows(1, 8, seed: 8)
    let similarity = FeatureSurgery.similarity(
      of: tokens, toEach: texts, without: redundant, using: multiplier)
    var expected = Tensor(zeros: [4, 2])
    for row in 0..<4 {
      for query in 0..<2 {
        expected.elements[row * 2 + query] = (0..<8).reduce(0) {
          $0 + tokens.elements[row * 8 + $1]
            * (texts.elements[query * 8 + $1] - redundant.elements[$1])
        }
      }
    }
    expectClose(similarity, expected, relative: 1e-6, "single text")
  }

  @Test func itsNamesAreThoseOfTheProtocol() throws {
    #expect(
      FeatureSurgery.Variant.allCases.map(\.rawValue) == ["released", "paper", "first-release"])
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = String(decoding: try encoder.encode(FeatureSurgery(.paper)), as: UTF8.self)
    #expect(json == #"{"temperature":2,"variant":"paper"}"#)
    #expect(
      try JSONDecoder().decode(FeatureSurgery.self, from: Data(json.utf8))
        == FeatureSurgery(.paper))
  }
}
