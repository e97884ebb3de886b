import CLIP
import Foundation
import OpenVocabulary
import Synchronization
import Tensors
import TestSupport
import Testing

/// An encoder whose features can be computed by hand: how often each of the first tokens occurs.
private final class CountingEncoder: TextEncoder {
  let contextLength = 12
  private let batches = Mutex<[[[Int]]]>([])

  var encoded: [[[Int]]] { batches.withLock { $0 } }

  func features(of texts: [[Int]]) -> Tensor {
    batches.withLock { $0.append(texts) }
    var features = Tensor(zeros: [texts.count, 128])
    for (row, text) in texts.enumerated() {
      for token in text { features.elements[row * 128 + token % 128] += 1 }
    }
    return features
  }
}

@Suite struct TextEnsembleTests {
  private let encoder = CountingEncoder()

  private func ensemble(
    _ templates: [String], workers: Workers = .one
  ) throws -> TextEnsemble<CountingEncoder> {
    let folder = try TemporaryFolder()
    let tokenizer = try BytePairTokenizer(
      vocabulary: try folder.write("d o\ndo g</w>\nc a\nca t</w>\n", to: "merges.txt"))
    return TextEnsemble(
      templates: try PromptTemplates(name: "own", templates: templates), tokenizer: tokenizer,
      encoder: encoder, workers: workers)
  }

  @Test func aTextIsTheMeanOfItsUnitPrompts() throws {
    let features = try ensemble(["{}", "{} x"])
      .features(of: ["dog", "cat"])
    #expect(features.shape == [2, 128])
    // Start 516, end 517, dog 513, cat 515, x 87 + 256, all modulo 128.
    for (row, name) in [1, 3].enumerated() {
      var expected = [Double](repeating: 0, count: 128)
      for token in [4, 5, name] { expected[token] += 1 / 3.0.squareRoot() }
      for token in [4, 5, name, 87] { expected[token] += 1 / 4.0.squareRoot() }
      let length = expected.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for column in 0..<128 {
        let difference = Double(features.elements[row * 128 + column]) - expected[column] / length
        #expect(abs(difference) < 1e-6, "text \(row), feature \(column): off by \(difference)")
      }
    }
  }

  @Test func equalPromptsAreEncodedOnce() throws {
    let ensemble = try ensemble(["{}", "{}.", "{} ."])
    let features = try ensemble.features(of: ["dog", "cat", "DOG"])
    #expect(encoder.encoded.flatMap { $0 }.count == 4)
    #expect(features.shape[0] == 3)
    #expect(features.elements[0..<128] == features.elements[256..<384])
  }

  @Test func progressCountsBatches() throws {
    let ensemble = try ensemble(["{}", "a {}", "the {}", "my {}"])
    let names = (0..<100).map { "c\($0)" }
    let steps = Mutex<[[Int]]>([])
    _ = try ensemble.features(of: names) { completed, total in
      steps.withLock { $0.append([completed, total]) }
    }
    let batches = encoder.encoded.count
    #expect(batches > 1)
    #expect(steps.withLock { $0 } == (1...batches).map { [$0, batches] })
  }

  @Test(arguments: [2, 3, 7])
  func workersChangeNothing(count: Int) throws {
    let names = (0..<100).map { "c\($0)" }
    let templates = ["{}", "a {}", "the {}", "my {}"]
    let alone = try ensemble(templates).features(of: names)
    #expect(try ensemble(templates, workers: Workers(count)).features(of: names) == alone)
  }

  @Test func theRedundantFeatureIsThatOfTheEmptyText() throws {
    let ensemble = try ensemble(["{}", "a {}."])
    #expect(try ensemble.redundantFeature() == ensemble.features(of: [""]))
    #expect(try ensemble.redundantFeature().shape == [1, 128])
  }

  @Test func aPromptThatIsTooLongIsAnError() throws {
    let ensemble = try ensemble(["{}", "a {}."])
    #expect(throws: TokenizerError.textTooLong(text: "abcdefghijk", got: 13, limit: 12)) {
      try ensemble.features(of: ["dog", "abcdefghijk"])
    }
  }

  @Test func aClassifierHasAFeatureForEveryAlias() throws {
    let classes = try ClassList(name: "pets", texts: [["dog"], ["cat", "dog"]])
    let ensemble = try ensemble(["{}"])
    let classifier = try TextClassifier(classes, encodedBy: ensemble)
    #expect(classifier.queryCount == 3)
    #expect(classifier.classes.classOfQuery == [0, 1, 1])
    #expect(try classifier.features == ensemble.features(of: ["dog", "cat", "dog"]))
    let cosines = classifier.cosines(of: classifier.features, using: OpenBLASMultiplier())
    #expect(cosines.shape == [3, 3])
    for query in 0..<3 { #expect(abs(cosines.elements[query * 4] - 1) < 1e-6) }
    #expect(cosines.elements[2] == cosines.elements[6])
  }
}
