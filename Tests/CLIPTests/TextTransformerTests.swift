import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

@Suite("TextTransformer")
struct TextTransformerTests {
  private let model: CLIPModel
  private let texts: [[Int]]
  private let features: Tensor

  init() throws {
    model = try TinyCLIP.model()
    let expected = try TinyCLIP.expected()
    texts = try (0..<4).map { try expected.integers(named: "text.\($0).tokens") }
    features = try expected.tensor(named: "text.features")
  }

  @Test("features agree with padded texts in float64")
  func agreement() throws {
    expectClose(
      try model.text.features(of: texts), features, relative: 5e-6, "text features")
  }

  @Test("a text's feature does not depend on its neighbours, on padding, or on how many there are")
  func independence() throws {
    for (index, text) in texts.enumerated() {
      let padded = text + [Int](repeating: 0, count: 12 - text.count)
      let alone = try model.text.features(of: [padded])
      expectClose(alone, features[index].reshaped(to: [1, 8]), relative: 5e-6, "text \(index)")
    }
    // More than fit into one batch.
    let many = try model.text.features(of: (0..<400).map { texts[$0 % 4] })
    #expect(many.shape == [400, 8])
    for row in 0..<400 {
      let closeness = Closeness(of: many[row], to: features[row % 4])
      #expect(closeness.relativeError <= 5e-6, "text \(row): \(closeness)")
    }
    #expect(try model.text.features(of: []).shape == [0, 8])
  }

  @Test("a text longer than the context and a token outside the vocabulary are errors")
  func impossibleTexts() throws {
    #expect(throws: CLIPError.textTooLong(got: 13, expected: 12)) {
      try model.text.features(of: [[Int](repeating: 3, count: 12) + [39]])
    }
    #expect(throws: CLIPError.unknownToken(got: 40, expected: 40)) {
      try model.text.features(of: [[38, 40]])
    }
    #expect(throws: CLIPError.unknownToken(got: -1, expected: 40)) {
      try model.text.features(of: [[38, -1, 39]])
    }
  }
}
