import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

@Suite("VisionTransformer")
struct VisionTransformerTests {
  private let model: CLIPModel
  private let expected: SafetensorsFile

  init() throws {
    model = try TinyCLIP.model()
    expected = try TinyCLIP.expected()
  }

  @Test(
    "tokens agree with plain matrices in float64: native, not square, and several query blocks",
    arguments: ["native", "wide", "large"])
  func tokens(image name: String) throws {
    let image = try expected.tensor(named: "\(name).image")
    let tokens = try model.vision.imageTokens(
      for: image, under: [.surgery(firstBlock: 3), .original, .surgery()])
    // A tower of three blocks has no last six: all of them are surgical.
    for (tokens, variant) in zip(tokens, ["surgery.3", "original", "surgery.1"]) {
      expectClose(
        tokens, try expected.tensor(named: "\(name).\(variant)"), relative: 5e-6,
        "\(name), \(variant)")
    }
  }

  @Test("what else is asked for in the same call does not change a bit")
  func independence() throws {
    let image = try expected.tensor(named: "large.image")
    let variants: [AttentionVariant] = [.original, .surgery(firstBlock: 2), .surgery(), .original]
    let together = try model.vision.imageTokens(for: image, under: variants)
    for (variant, tokens) in zip(variants, together) {
      #expect(try model.vision.imageTokens(for: image, under: [variant]) == [tokens])
    }
    #expect(try model.vision.imageTokens(for: image, under: []).isEmpty)
  }

  @Test("all variants have the original path's class token")
  func classToken() throws {
    let image = try expected.tensor(named: "wide.image")
    let tokens = try model.vision.imageTokens(
      for: image, under: [.original, .surgery(), .surgery(firstBlock: 3)])
    #expect(tokens[1][0] == tokens[0][0])
    #expect(tokens[2][0] == tokens[0][0])
    #expect(tokens[1][1] != tokens[0][1])
  }

  @Test("a side that the patches do not divide is an error that says so")
  func indivisibleSides() throws {
    let error = CLIPError.sidesNotDivisible(height: 16, width: 18, patchSize: 4)
    #expect(throws: error) {
      try model.vision.imageTokens(for: Tensor(zeros: [3, 16, 18]), under: [.original])
    }
    #expect(throws: error) { try model.vision.grid(forHeight: 16, width: 18) }
    #expect(try model.vision.grid(forHeight: 8, width: 20) == (2, 5))
  }

  @Test("a first surgical block outside the tower is an error", arguments: [0, 4, -1])
  func firstBlockOutside(block: Int) throws {
    #expect(throws: CLIPError.firstBlockOutside(got: block, expected: 1...3)) {
      try model.vision.imageTokens(
        for: Tensor(zeros: [3, 16, 16]), under: [.original, .surgery(firstBlock: block)])
    }
  }
}
