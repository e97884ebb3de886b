import CLIP
import Checkpoints
import Foundation
import Imaging
import OpenVocabulary
import Tensors
import TestSupport
import Testing

/// Each stage on the reference's own tensors, so that no error of an earlier stage hides or excuses
/// one of a later.
@Suite(.requiresSharedData) struct GoldenStageTests {
  /// One input size of one reference model.
  struct Case: Sendable, CustomTestStringConvertible {
    let model: String
    let size: Int
    let grid: Int
    var testDescription: String { "\(model) at \(size)" }
  }

  static let cases = [
    Case(model: "vit-tiny", size: 32, grid: 4), Case(model: "vit-tiny", size: 64, grid: 8),
    Case(model: "rn-tiny", size: 64, grid: 2), Case(model: "rn-tiny", size: 160, grid: 5),
  ]

  private let tolerance = 5e-5
  private let multiplier = OpenBLASMultiplier()

  private func reference(_ model: String) throws -> SafetensorsFile {
    try SafetensorsFile(contentsOf: SharedData.url("golden/\(model)/expected.safetensors"))
  }

  /// One image of a tensor of several.
  private func image(_ number: Int, of batch: Tensor) -> Tensor {
    let count = batch.count / batch.shape[0]
    return Tensor(
      shape: Array(batch.shape.dropFirst()),
      elements: Array(batch.elements[(number * count)..<((number + 1) * count)]))
  }

  /// The same step for each image of a batch.
  private func forEachImage(of batch: Tensor, _ step: (Tensor) throws -> Tensor) rethrows -> Tensor
  {
    let results = try (0..<batch.shape[0]).map { try step(image($0, of: batch)) }
    return Tensor(
      shape: [results.count] + results[0].shape, elements: results.flatMap(\.elements))
  }

  @Test func tokens() throws {
    struct Description: Decodable { let labels: [String] }
    let labels = try JSONDecoder().decode(
      Description.self, from: SharedData.data("golden/vit-tiny/expected.json")
    ).labels
    let tokenizer = try BytePairTokenizer(
      vocabulary: SharedData.url("data/bpe_simple_vocab_16e6.txt.gz"))
    let tokens = try tokenizer.tokens(of: labels.map { "a photo of a \($0)." })
    let padded = tokens.flatMap { $0 + Array(repeating: 0, count: 77 - $0.count) }
    #expect(try padded == reference("vit-tiny").integers(named: "text.tokens"))
  }

  @Test(arguments: cases) func cosines(_ test: Case) throws {
    let reference = try reference(test.model)
    let texts = try reference.tensor(named: "text.ensemble")
    let classifier = TextClassifier(features: texts, classOfQuery: Array(0..<texts.shape[0]))
    let cosines = try forEachImage(of: reference.tensor(named: "\(test.size).surgery.tokens")) {
      classifier.cosines(of: TokenNormalisation.features.normalised($0), using: multiplier)
    }
    expectClose(
      cosines, try reference.tensor(named: "\(test.size).cosine"), relative: tolerance,
      "\(test.testDescription): cosine")
  }

  @Test(arguments: cases) func similarityWithAListOfLabels(_ test: Case) throws {
    let reference = try reference(test.model)
    let cosines = try reference.tensor(named: "\(test.size).cosine")
    expectClose(
      FeatureSurgery(.released).similarity(fromCosines: cosines),
      try reference.tensor(named: "\(test.size).similarity.labels"), relative: tolerance,
      "\(test.testDescription): similarity.labels")
  }

  @Test(arguments: cases) func similarityWithASingleText(_ test: Case) throws {
    let reference = try reference(test.model)
    let texts = try reference.tensor(named: "text.ensemble")
    let width = texts.shape[1]
    let single = Tensor(
      shape: [1, width], elements: Array(texts.elements[(4 * width)..<(5 * width)]))
    let redundant = try reference.tensor(named: "text.redundant")
    let similarity = try forEachImage(of: reference.tensor(named: "\(test.size).surgery.tokens")) {
      FeatureSurgery.similarity(
        of: $0.unitRows(), toEach: single, without: redundant, using: multiplier)
    }
    expectClose(
      similarity, try reference.tensor(named: "\(test.size).similarity.single"),
      relative: tolerance, "\(test.testDescription): similarity.single")
  }

  @Test(arguments: cases) func scoreMaps(_ test: Case) throws {
    let reference = try reference(test.model)
    let similarity = try reference.tensor(named: "\(test.size).similarity.labels")
    let expected = try reference.tensor(named: "\(test.size).map")
    let maps = try forEachImage(of: similarity) {
      try ScoreMap(of: $0.patchGrid(rows: test.grid, columns: test.grid))
        .resampled(toHeight: expected.shape[1], width: expected.shape[2])
    }
    let closeness = expectClose(
      maps, expected, relative: tolerance, "\(test.testDescription): map")
    expectNearTiesOnly(
      argmax(of: maps), try reference.integers(named: "\(test.size).argmax"), among: expected,
      error: closeness?.largestDifference ?? 0, "\(test.testDescription): argmax")
  }

  @Test(arguments: cases) func segmentation(_ test: Case) throws {
    let reference = try reference(test.model)
    let cosines = try reference.tensor(named: "\(test.size).cosine")
    let (height, width) = (37, 53)
    let rule = SegmentationRule(classOfQuery: Array(0..<cosines.shape[2]))
    var labels: [Int] = []
    let enlarged = try forEachImage(of: cosines) { cosines in
      let similarity = cosines.patchGrid(rows: test.grid, columns: test.grid)
      labels += try rule.labels(from: similarity, width: width, height: height).labels.map {
        Int($0)
      }
      return similarity.resampledBilinearly(toHeight: height, width: width)
    }
    // Nothing but the enlargement computes here: its error is a few roundings of numbers up to 1.
    expectNearTiesOnly(
      labels, try reference.integers(named: "\(test.size).segmentation"), among: enlarged,
      error: 2 * Double(Float.ulpOfOne), "\(test.testDescription): segmentation")
  }

  private func argmax(of scores: Tensor) -> [Int] {
    let classes = scores.shape[scores.shape.count - 1]
    return (0..<(scores.count / classes)).map { pixel in
      let pixelScores = scores.elements[(pixel * classes)..<((pixel + 1) * classes)]
      let best = pixelScores.firstIndex(of: pixelScores.max() ?? 0)
      return (best ?? pixelScores.startIndex) - pixelScores.startIndex
    }
  }

  /// Expects each label that differs to be one of two whose scores lie within four errors.
  private func expectNearTiesOnly(
    _ labels: [Int], _ expected: [Int], among scores: Tensor, error: Double, _ stage: String
  ) {
    #expect(labels.count == expected.count, "\(stage)")
    let classes = scores.shape[scores.shape.count - 1]
    var differing = 0
    for (pixel, (label, other)) in zip(labels, expected).enumerated() where label != other {
      differing += 1
      let ordered = scores.elements[(pixel * classes)..<((pixel + 1) * classes)].sorted(by: >)
      let margin = Double(ordered[0] - ordered[1])
      #expect(
        margin <= 4 * error,
        "\(stage): pixel \(pixel) is \(label), expected \(other), with margin \(margin)")
    }
    print("\(stage): \(differing) of \(labels.count) pixels differ, each within 4 × \(error)")
  }
}
