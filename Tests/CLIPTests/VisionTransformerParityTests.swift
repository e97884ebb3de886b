import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

/// The image encoder beside the reference values that the authors' released code gave.
@Suite("VisionTransformer, parity with the released code", .requiresSharedData)
struct VisionTransformerParityTests {
  private let model: CLIPModel
  private let expected: SafetensorsFile

  init() throws {
    model = try CLIPModel(
      source: SafetensorsFile(contentsOf: SharedData.url("golden/vit-tiny/model.safetensors")),
      multiplier: OpenBLASMultiplier())
    expected = try SafetensorsFile(
      contentsOf: SharedData.url("golden/vit-tiny/expected.safetensors"))
  }

  @Test("tokens of both variants, at the native and at another size", arguments: [32, 64])
  func tokens(size: Int) throws {
    let images = try expected.tensor(named: "\(size).input")
    let original = try expected.tensor(named: "\(size).clip.tokens")
    let surgery = try expected.tensor(named: "\(size).surgery.tokens")
    for index in 0..<images.shape[0] {
      let variants: [AttentionVariant] = [.original, .surgery()]
      let tokens = try model.vision.imageTokens(for: images[index], under: variants)
      expectClose(tokens[0], original[index], relative: 5e-5, "image \(index) at \(size), original")
      expectClose(tokens[1], surgery[index], relative: 5e-5, "image \(index) at \(size), surgery")

      let alone = try model.vision.imageTokens(for: images[index], under: [.surgery()])
      expectClose(
        alone[0], surgery[index], relative: 5e-5, "image \(index) at \(size), surgery alone")
    }
  }

  /// The authors released no code of these; what they share with it is held against it above.
  @Test("ablations beside plain loops in float64 on the same weights")
  func ablations() throws {
    let image = try expected.tensor(named: "32.input")[0]
    let plain = try PlainVisionTransformer(
      SafetensorsFile(contentsOf: SharedData.url("golden/vit-tiny/model.safetensors")),
      headCount: 2)
    let ways: [(BlockSurgery, PlainVisionTransformer.Surgery)] = [
      (
        BlockSurgery(paths: .single),
        PlainVisionTransformer.Surgery(firstBlock: 3, isSingle: true, hasFeedForward: true)
      ),
      (
        BlockSurgery(feedForward: true),
        PlainVisionTransformer.Surgery(firstBlock: 3, hasFeedForward: true)
      ),
      (BlockSurgery(.from(1)), PlainVisionTransformer.Surgery(firstBlock: 1)),
    ]
    let tokens = try model.vision.imageTokens(
      for: image, under: ways.map { .surgery(blocks: $0.0) })
    for (tokens, way) in zip(tokens, ways) {
      expectClose(tokens, plain.tokens(of: image, under: way.1), relative: 5e-5, "\(way.0)")
    }
  }
}
