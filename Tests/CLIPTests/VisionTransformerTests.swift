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
      for: image, under: [.surgery(blocks: BlockSurgery(.from(3))), .original, .surgery()])
    // A tower of three blocks has no last six: all of them are surgical.
    for (tokens, variant) in zip(tokens, ["surgery.3", "original", "surgery.1"]) {
      expectClose(
        tokens, try expected.tensor(named: "\(name).\(variant)"), relative: 5e-6,
        "\(name), \(variant)")
    }
  }

  /// Each way of surgery but the paper's.
  private static let ways: [(name: String, paths: BlockSurgery.Paths, feedForward: Bool)] = [
    ("dual.with-mlp", .dual, true), ("single.with-mlp", .single, true),
    ("single.without-mlp", .single, false),
  ]

  /// Every surgery of a tower of three blocks, and the network as it was trained.
  private static let allVariants: [AttentionVariant] =
    [.original]
    + (1...3).flatMap { block in
      BlockSurgery.Paths.allCases.flatMap { paths in
        [false, true].map { feedForward in
          .surgery(blocks: BlockSurgery(.from(block), paths: paths, feedForward: feedForward))
        }
      }
    }

  @Test(
    "ablations agree with plain matrices in float64, for every first block",
    arguments: ["native", "wide", "large"])
  func ablations(image name: String) throws {
    let image = try expected.tensor(named: "\(name).image")
    let answers = try TinyCLIP.ablations()
    for way in Self.ways {
      let variants = (1...3).map { block in
        AttentionVariant.surgery(
          blocks: BlockSurgery(.from(block), paths: way.paths, feedForward: way.feedForward))
      }
      let tokens = try model.vision.imageTokens(for: image, under: variants)
      for (block, tokens) in zip(1..., tokens) {
        let answer = "\(name).\(way.name).\(block)"
        expectClose(tokens, try answers.tensor(named: answer), relative: 5e-6, answer)
      }
    }
  }

  @Test("block by block, every surgery agrees with plain loops on towers of one to three blocks")
  func blockByBlock() throws {
    let source = try TinyCLIP.checkpoint()
    let plain = try PlainVisionTransformer(source, headCount: 2)
    let image = try expected.tensor(named: "native.image")
    for blocks in 1...3 {
      let later = source.descriptions.keys.filter { name in
        (blocks..<3).contains { name.hasPrefix("visual.transformer.resblocks.\($0).") }
      }
      let tower = try CLIPModel(
        source: EditedSource(
          source, edits: Dictionary(uniqueKeysWithValues: later.map { ($0, .removed) })),
        multiplier: OpenBLASMultiplier(), heads: TinyCLIP.heads
      ).vision
      let variants = Self.allVariants.filter { (Self.surgery(of: $0)?.firstBlock ?? 0) <= blocks }
      let tokens = try tower.imageTokens(for: image, under: variants)
      for (variant, tokens) in zip(variants, tokens) {
        expectClose(
          tokens,
          plain.tokens(of: image, under: Self.surgery(of: variant), behindBlock: blocks),
          relative: 5e-6, "\(variant) behind block \(blocks)")
      }
    }
  }

  private static func surgery(
    of variant: AttentionVariant
  ) -> PlainVisionTransformer.Surgery? {
    guard case .surgery(let blocks?, _) = variant, case .from(let block) = blocks.extent else {
      return nil
    }
    return PlainVisionTransformer.Surgery(
      firstBlock: block, isSingle: blocks.paths == .single, hasFeedForward: blocks.feedForward)
  }

  @Test("surgery counts blocks from the front or from the end")
  func extents() throws {
    let image = try expected.tensor(named: "native.image")
    for (last, first) in [(1, 3), (2, 2), (3, 1), (6, 1)] {
      for paths in BlockSurgery.Paths.allCases {
        let tokens = try model.vision.imageTokens(
          for: image,
          under: [
            BlockSurgery(.last(last), paths: paths), BlockSurgery(.from(first), paths: paths),
          ]
          .map { .surgery(blocks: $0) })
        #expect(tokens[0] == tokens[1], "the last \(last)")
      }
    }
    #expect(BlockSurgery() == BlockSurgery(.last(6), paths: .dual, feedForward: false))
    #expect(BlockSurgery(paths: .single).feedForward)
    let standard = try model.vision.imageTokens(
      for: image, under: [.surgery(), .surgery(blocks: .standard)])
    #expect(standard[0] == standard[1])
  }

  @Test("what else is asked for in the same call does not change a bit")
  func independence() throws {
    let image = try expected.tensor(named: "large.image")
    let variants = Self.allVariants + [.surgery(), .original]
    let together = try model.vision.imageTokens(for: image, under: variants)
    for (variant, tokens) in zip(variants, together) {
      #expect(
        try model.vision.imageTokens(for: image, under: [variant]) == [tokens], "\(variant)")
    }
    var random = SplitMix64(seed: 7)
    for _ in 0..<20 {
      let part = (0..<4).map { _ in Int.random(in: 0..<variants.count, using: &random) }
      let tokens = try model.vision.imageTokens(for: image, under: part.map { variants[$0] })
      #expect(tokens == part.map { together[$0] }, "\(part.map { variants[$0] })")
    }
    #expect(try model.vision.imageTokens(for: image, under: []).isEmpty)
  }

  @Test("the class token is the original path's where there are two paths, else the changed one's")
  func classToken() throws {
    let image = try expected.tensor(named: "wide.image")
    let tokens = try model.vision.imageTokens(for: image, under: Self.allVariants)
    for (variant, tokens) in zip(Self.allVariants.dropFirst(), tokens.dropFirst()) {
      let original = try model.vision.imageTokens(for: image, under: [.original])[0]
      #expect((tokens[0] == original[0]) == variant.keepsClassToken, "\(variant)")
      #expect(tokens[1] != original[1], "\(variant)")
    }
    #expect(AttentionVariant.original.keepsClassToken)
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
        for: Tensor(zeros: [3, 16, 16]),
        under: [.original, .surgery(blocks: BlockSurgery(.from(block)))])
    }
  }
}
