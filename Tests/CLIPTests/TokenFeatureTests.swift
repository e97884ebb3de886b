import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

@Suite("TextTransformer, the features of all tokens")
struct TokenFeatureTests {
  @Test("each token's feature agrees with padded texts in float64", arguments: 0..<4)
  func agreement(text: Int) throws {
    let (model, expected) = (try TinyCLIP.model(), try TinyCLIP.expected())
    let tokens = try expected.integers(named: "text.\(text).tokens")
    let features = try expected.tensor(named: "text.\(text).token_features")
    expectClose(
      try model.text.tokenFeatures(of: tokens), features, relative: 5e-6, "text \(text)")
    let padded = tokens + [Int](repeating: 0, count: 12 - tokens.count)
    expectClose(
      try model.text.tokenFeatures(of: padded), features, relative: 5e-6, "text \(text), padded")
  }

  @Test("a token's feature speaks of the tokens up to it, and of none behind")
  func causality() throws {
    let model = try TinyCLIP.model()
    let one = try model.text.tokenFeatures(of: [38, 5, 9, 7, 39])
    let other = try model.text.tokenFeatures(of: [38, 5, 9, 11, 12, 39])
    for row in 0..<3 {
      let closeness = Closeness(of: one[row], to: other[row])
      #expect(closeness.relativeError <= 1e-6, "token \(row): \(closeness)")
    }
    #expect(Closeness(of: one[3], to: other[3]).relativeError > 1e-3)
  }

  @Test("a text longer than the context and a token outside the vocabulary are errors")
  func impossibleTexts() throws {
    let model = try TinyCLIP.model()
    #expect(throws: CLIPError.textTooLong(got: 13, expected: 12)) {
      try model.text.tokenFeatures(of: [Int](repeating: 3, count: 12) + [39])
    }
    #expect(throws: CLIPError.unknownToken(got: 40, expected: 40)) {
      try model.text.tokenFeatures(of: [38, 40])
    }
  }

  @Test(
    "the last token's feature is the text's that the authors' code gave", .requiresSharedData,
    arguments: ["vit-tiny", "rn-tiny"])
  func lastToken(model name: String) throws {
    let model = try CLIPModel(
      source: SafetensorsFile(contentsOf: SharedData.url("golden/\(name)/model.safetensors")),
      multiplier: OpenBLASMultiplier())
    let expected = try SafetensorsFile(
      contentsOf: SharedData.url("golden/\(name)/expected.safetensors"))
    let ids = try expected.integers(named: "text.tokens")
    let reference = try expected.tensor(named: "text.features")
    let width = reference.shape[1]
    let last = try stride(from: 0, to: ids.count, by: 77).flatMap { start in
      try model.text.tokenFeatures(of: Array(ids[start..<start + 77])).elements.suffix(width)
    }
    expectClose(
      Tensor(shape: reference.shape, elements: last), reference, relative: 5e-5, name)
  }
}
