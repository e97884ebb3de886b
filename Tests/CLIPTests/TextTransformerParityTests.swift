import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

/// The text encoder beside the reference values that the authors' released code gave.
@Suite("TextTransformer, parity with the released code", .requiresSharedData)
struct TextTransformerParityTests {
  @Test("features of padded and of unpadded texts")
  func features() throws {
    let model = try CLIPModel(
      source: SafetensorsFile(contentsOf: SharedData.url("golden/vit-tiny/model.safetensors")),
      multiplier: OpenBLASMultiplier())
    let expected = try SafetensorsFile(
      contentsOf: SharedData.url("golden/vit-tiny/expected.safetensors"))
    let ids = try expected.integers(named: "text.tokens")
    let padded = stride(from: 0, to: ids.count, by: 77).map { Array(ids[$0..<($0 + 77)]) }
    let unpadded = padded.map { text in Array(text.prefix { $0 != 0 }) }
    let reference = try expected.tensor(named: "text.features")
    expectClose(
      try model.text.features(of: padded), reference, relative: 5e-5, "text features, padded")
    expectClose(
      try model.text.features(of: unpadded), reference, relative: 5e-5, "text features, unpadded")
  }
}
