import CLIP
import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

/// A model that Hugging Face's transformers wrote, beside what transformers answered in float64;
/// `Fixtures/make_tiny_huggingface.py` made both.
@Suite("CLIPModel from a folder of Hugging Face's")
struct HuggingFaceModelTests {
  private static let folder = TinyCLIP.fixture("tiny-huggingface")

  private func source(_ form: String) throws -> any TensorSource {
    try CheckpointFile.open(Self.folder.appending(path: form)).byOpenAINames()
  }

  @Test("answers as transformers does", arguments: ["single", "sharded", "pickled"])
  func answers(form: String) throws {
    let model = try CLIPModel(source: source(form), multiplier: OpenBLASMultiplier())
    let expected = try SafetensorsFile(
      contentsOf: Self.folder.appending(path: "expected.safetensors"))
    expectClose(
      try model.vision.imageTokens(
        for: expected.tensor(named: "image"), under: [.original])[0],
      try expected.tensor(named: "tokens"), relative: 5e-6, "\(form), tokens")
    let texts = try (0..<4).map { try expected.integers(named: "text.\($0).tokens") }
    expectClose(
      try model.text.features(of: texts), try expected.tensor(named: "text.features"),
      relative: 5e-6, "\(form), text features")
  }

  @Test("its configuration tells heads, activations and statistics, and the reasons say so")
  func choices() throws {
    let inspection = try CheckpointInspection(of: source("single"))
    let file = Self.folder.appending(path: "single/config.json")
    #expect(inspection.namingScheme == .huggingFace)
    #expect(
      inspection.visionHeads
        == HeadChoice(
          count: 2,
          reason: .configuration(file: file, key: "vision_config.num_attention_heads")))
    #expect(
      inspection.textHeads
        == HeadChoice(
          count: 4, reason: .configuration(file: file, key: "text_config.num_attention_heads")))
    let activations = try inspection.activations.get()
    #expect(
      activations.vision
        == ActivationChoice(
          activation: .quickGELU,
          reason: .configuration(file: file, key: "vision_config.hidden_act")))
    #expect(
      activations.text.description == "gelu, from text_config.hidden_act in config.json")
    #expect(!activations.areAssumed)
    #expect(
      inspection.pixelStatistics.statistics
        == PixelStatistics(mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.25, 0.5]))
    #expect(
      inspection.pixelStatistics.description
        == "mean 0.5, 0.5, 0.5, deviation 0.5, 0.25, 0.5, from preprocessor_config.json")
    #expect(
      try CheckpointInspection(of: source("sharded")).pixelStatistics.statistics == .openAI)
    #expect(inspection.parameterCountByDataType == [.float16: inspection.parameterCount])
    #expect(inspection.parameterCount == 19_681)
  }

  @Test("what is stated goes before what is configured, and another activation answers otherwise")
  func stated() throws {
    let multiplier = OpenBLASMultiplier()
    let model = try CLIPModel(source: source("single"), multiplier: multiplier)
    let other = try CLIPModel(
      source: source("single"), multiplier: multiplier, heads: HeadCounts(vision: 4),
      activation: .quickGELU)
    #expect(other.inspection.visionHeads == HeadChoice(count: 4, reason: .stated))
    #expect(other.inspection.textHeads.count == 4)
    let text = try other.inspection.activations.get().text
    #expect(text == ActivationChoice(activation: .quickGELU, reason: .stated))
    #expect(text.description == "quick-gelu, as stated")
    let difference = Closeness(
      of: try other.text.features(of: [[38, 5, 39]]),
      to: try model.text.features(of: [[38, 5, 39]]))
    #expect(difference.relativeError > 0.001, "\(difference)")
  }

  @Test("without its configuration nothing is guessed")
  func withoutConfiguration() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Data(contentsOf: Self.folder.appending(path: "single/model.safetensors")),
      to: "model.safetensors")
    let source = try CheckpointFile.open(folder.url).byOpenAINames()
    #expect(
      throws: CLIPError.headsDoNotFit(file: file, tower: "vision", got: nil, width: 24)
    ) { try CheckpointInspection(of: source) }
    let heads = HeadCounts(vision: 2, text: 4)
    let error = CLIPError.activationUnknown(
      file: file, tower: "vision",
      reason: "tensors have Hugging Face's names, and there is no config.json beside them")
    #expect(try CheckpointInspection(of: source, heads: heads).activations == .failure(error))
    #expect(throws: error) {
      try CLIPModel(source: source, multiplier: OpenBLASMultiplier(), heads: heads)
    }
    _ = try CLIPModel(
      source: source, multiplier: OpenBLASMultiplier(), heads: heads, activation: .gelu)
  }
}
