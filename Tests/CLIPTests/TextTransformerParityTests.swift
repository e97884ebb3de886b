import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

/// The text encoder beside the reference values that the authors' released code gave.
@Suite("TextTransformer, parity with the released code", .requiresSharedData)
struct TextTransformerParityTests {
  @Test("features of padded and of unpadded texts", arguments: ["vit-tiny", "rn-tiny"])
  func features(model name: String) throws {
    let model = try CLIPModel(
      source: SafetensorsFile(contentsOf: SharedData.url("golden/\(name)/model.safetensors")),
      multiplier: OpenBLASMultiplier())
    let expected = try SafetensorsFile(
      contentsOf: SharedData.url("golden/\(name)/expected.safetensors"))
    let ids = try expected.integers(named: "text.tokens")
    let padded = stride(from: 0, to: ids.count, by: 77).map { Array(ids[$0..<($0 + 77)]) }
    let unpadded = padded.map { text in Array(text.prefix { $0 != 0 }) }
    let reference = try expected.tensor(named: "text.features")
    for (texts, kind) in [(padded, "padded"), (unpadded, "unpadded")] {
      expectClose(
        try model.text.features(of: texts), reference, relative: 5e-5,
        "\(name), text features, \(kind)")
    }
  }
}
