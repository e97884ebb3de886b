import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

/// The convolutional image encoder beside the reference values that the authors' released code gave.
@Suite("ModifiedResNet, parity with the released code", .requiresSharedData)
struct ModifiedResNetParityTests {
  private let expected: SafetensorsFile

  init() throws {
    expected = try SafetensorsFile(
      contentsOf: SharedData.url("golden/rn-tiny/expected.safetensors"))
  }

  private func model(_ file: String) throws -> CLIPModel {
    try CLIPModel(
      source: CheckpointFile.open(SharedData.url("golden/rn-tiny/\(file)")).byOpenAINames(),
      multiplier: OpenBLASMultiplier())
  }

  @Test(
    "tokens of the network and of surgery, at the native and at another size", arguments: [64, 160])
  func tokens(size: Int) throws {
    let model = try model("model.safetensors")
    let images = try expected.tensor(named: "\(size).input")
    let original = try expected.tensor(named: "\(size).clip.tokens")
    let surgery = try expected.tensor(named: "\(size).surgery.tokens")
    for index in 0..<images.shape[0] {
      let tokens = try model.vision.imageTokens(
        for: images[index], under: [.original, .surgery()])
      expectClose(tokens[0], original[index], relative: 5e-5, "image \(index) at \(size), original")
      expectClose(tokens[1], surgery[index], relative: 5e-5, "image \(index) at \(size), surgery")
    }
  }

  @Test("a model from PyTorch's files is the same, but for statistics in half precision")
  func formats() throws {
    let image = try expected.tensor(named: "160.input")[0]
    let variants: [AttentionVariant] = [.original, .surgery()]
    let reference = try CheckpointFile.open(SharedData.url("golden/rn-tiny/model.safetensors"))
    var edits: [String: EditedSource.Edit] = [:]
    for name in reference.descriptions.keys where name.contains(".running_") {
      var statistics = try reference.tensor(named: name)
      statistics.elements = statistics.elements.map { Float(Float16($0)) }
      edits[name] = .replaced(statistics)
    }
    #expect(!edits.isEmpty)
    let rounded = try CLIPModel(
      source: EditedSource(reference, edits: edits), multiplier: OpenBLASMultiplier())
    let tokens = try rounded.vision.imageTokens(for: image, under: variants)
    for file in ["state_dict.pt", "jit.pt"] {
      #expect(try model(file).vision.imageTokens(for: image, under: variants) == tokens, "\(file)")
    }
  }
}
