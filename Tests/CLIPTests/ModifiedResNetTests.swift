import Checkpoints
import Tensors
import TestSupport
import Testing

@testable import CLIP

@Suite("ModifiedResNet")
struct ModifiedResNetTests {
  private let model: CLIPModel
  private let tower: ModifiedResNet
  private let expected: SafetensorsFile
  private let multiplier = OpenBLASMultiplier()

  init() throws {
    model = try TinyResNet.model()
    tower = try #require(model.vision as? ModifiedResNet)
    expected = try TinyResNet.expected()
  }

  private static let variants: [(name: String, variant: AttentionVariant)] = [
    ("original", .original), ("released", .surgery()), ("paper", .surgery(resNet: .paper)),
  ]

  @Test("each stage on the reference's own picture agrees with plain sums in float64")
  func stages() throws {
    let image = try expected.tensor(named: "wide.image")
    var picture = try expected.tensor(named: "wide.stem")
    expectClose(
      tower.stem(image.channelsLast(), using: multiplier), picture, relative: 1e-6, "stem")
    for (number, blocks) in zip(1..., tower.stages) {
      let output = try expected.tensor(named: "wide.stage.\(number)")
      expectClose(
        blocks.reduce(picture) { $1($0, using: multiplier) }, output, relative: 1e-6,
        "stage \(number)")
      picture = output
    }
    let tokens = tower.pool.tokens(
      of: picture, under: [nil, .released, .paper], using: multiplier)
    for (tokens, variant) in zip(tokens, Self.variants) {
      expectClose(
        tokens, try expected.tensor(named: "wide.\(variant.name)"), relative: 2e-6,
        "pool, \(variant.name)")
    }
  }

  @Test(
    "tokens agree with plain matrices in float64, at the native size and not square",
    arguments: ["native", "wide"])
  func tokens(image name: String) throws {
    let image = try expected.tensor(named: "\(name).image")
    let tokens = try model.vision.imageTokens(for: image, under: Self.variants.map(\.variant))
    for (tokens, variant) in zip(tokens, Self.variants) {
      expectClose(
        tokens, try expected.tensor(named: "\(name).\(variant.name)"), relative: 5e-6,
        "\(name), \(variant.name)")
    }
  }

  @Test("what else is asked for in the same call does not change a bit")
  func independence() throws {
    let image = try expected.tensor(named: "wide.image")
    let variants: [AttentionVariant] = [
      .surgery(resNet: .paper), .original, .surgery(), .surgery(resNet: .released), .original,
    ]
    let together = try model.vision.imageTokens(for: image, under: variants)
    for (variant, tokens) in zip(variants, together) {
      #expect(try model.vision.imageTokens(for: image, under: [variant]) == [tokens])
    }
    #expect(together[2] == together[3], "released is what surgery means unless stated")
    #expect(try model.vision.imageTokens(for: image, under: []).isEmpty)
  }

  @Test(
    "surgery as in the paper keeps the class token of the original network, as released does not")
  func classToken() throws {
    let image = try expected.tensor(named: "native.image")
    let tokens = try model.vision.imageTokens(for: image, under: Self.variants.map(\.variant))
    let closeness = Closeness(of: tokens[2][0], to: tokens[0][0])
    #expect(closeness.relativeError < 1e-6, "\(closeness)")
    let difference = Closeness(of: tokens[1][0], to: tokens[0][0])
    #expect(difference.relativeError > 0.01, "\(difference)")
  }

  @Test("a side that 32 does not divide is an error that says so")
  func irreducibleSides() throws {
    let error = CLIPError.sidesNotReducible(height: 64, width: 80, factor: 32)
    #expect(throws: error) {
      try model.vision.imageTokens(for: Tensor(zeros: [3, 64, 80]), under: [.original])
    }
    #expect(throws: error) { try model.vision.grid(forHeight: 64, width: 80) }
    #expect(try model.vision.grid(forHeight: 32, width: 160) == (1, 5))
    #expect(
      "\(error)" == """
        got an image of 80 × 64 pixels, expected sides that are multiples of 32, by which the model, \
        a ModifiedResNet, reduces them
        """)
  }

  @Test("what belongs to the other kind of tower is an error in either")
  func foreignVariants() throws {
    let image = Tensor(zeros: [3, 64, 64])
    #expect(throws: CLIPError.noBlocks(got: BlockSurgery(.from(7)))) {
      try model.vision.imageTokens(
        for: image, under: [.original, .surgery(blocks: BlockSurgery(.from(7)))])
    }
    for blocks in [BlockSurgery(.last(1), paths: .single), BlockSurgery(feedForward: true)] {
      #expect(throws: CLIPError.noBlocks(got: blocks)) {
        try model.vision.imageTokens(for: image, under: [.surgery(blocks: blocks)])
      }
    }
    #expect(
      "\(CLIPError.noBlocks(got: BlockSurgery(.last(1), paths: .single)))" == """
        got v·v attention in the last 1 block on the one path, with MLPs, which a ModifiedResNet \
        cannot do: its only attention is its pool, which `clip+architecture-surgery` and \
        `surgery.resNet` change
        """)
    let transformer = try TinyCLIP.model().vision
    #expect(throws: CLIPError.noAttentionPool(got: .released)) {
      try transformer.imageTokens(for: image, under: [.surgery(resNet: .released)])
    }
  }
}
