import CLIP
import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@Suite("ActivationChoice")
struct ActivationChoiceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The tiny model under a name of its own, alone in a folder but for what tests put beside it.
  private func source(_ name: String = "weights.safetensors") throws -> any TensorSource {
    let file = try folder.write(
      Data(contentsOf: TinyCLIP.fixture("tiny-clip.safetensors")), to: name)
    return try CheckpointFile.open(file).byOpenAINames()
  }

  private func choices(
    of source: any TensorSource, activation: Activation? = nil
  ) throws -> ActivationChoices {
    try CheckpointInspection(of: source, heads: TinyCLIP.heads, activation: activation)
      .activations.get()
  }

  @Test("OpenAI's names alone make an assumption, which says what it is")
  func assumption() throws {
    let choices = try choices(of: source())
    let expected = ActivationChoice(activation: .quickGELU, reason: .assumed)
    #expect(choices == ActivationChoices(vision: expected, text: expected))
    #expect(choices.areAssumed)
    #expect(
      try CheckpointInspection(of: source(), heads: TinyCLIP.heads).pixelStatistics
        == PixelStatisticsChoice(statistics: .openAI, reason: .openAI))
    #expect(
      choices.text.description == """
        quick-gelu, assumed: the tensors have OpenAI's names, and nothing tells otherwise; a model of \
        open_clip may need gelu
        """)
  }

  @Test("what is stated holds, and the network computes with it", arguments: Activation.allCases)
  func stated(activation: Activation) throws {
    let choice = ActivationChoice(activation: activation, reason: .stated)
    #expect(
      try choices(of: source(), activation: activation)
        == ActivationChoices(vision: choice, text: choice))
    let expected = try TinyCLIP.expected()
    let model = try CLIPModel(
      source: source(), multiplier: OpenBLASMultiplier(), heads: TinyCLIP.heads,
      activation: activation)
    // The reference was made with QuickGELU.
    let closeness = Closeness(
      of: try model.vision.imageTokens(
        for: expected.tensor(named: "native.image"), under: [.original])[0],
      to: try expected.tensor(named: "native.original"))
    #expect((closeness.relativeError < 5e-6) == (activation == .quickGELU), "\(closeness)")
  }

  @Test("a file's name may say quickgelu", arguments: ["B-32-quickgelu.pt", "vit_quick_gelu.bin"])
  func quickName(name: String) throws {
    let choice = ActivationChoice(activation: .quickGELU, reason: .fileName(name))
    #expect(try choices(of: source(name)) == ActivationChoices(vision: choice, text: choice))
  }

  @Test(
    "a file's name may tell that it is one of open_clip's, whose activation nothing tells",
    arguments: [
      ("open_clip_model.safetensors", "open_clip"), ("vit_b_16-LAION400m_e32.pt", "laion"),
    ])
  func openCLIPName(name: String, mark: String) throws {
    let source = try source(name)
    let error = CLIPError.activationUnknown(
      file: source.file, tower: "vision",
      reason: """
        the file's name says '\(mark)', and open_clip's models use either; there is no \
        open_clip_config.json beside it
        """)
    #expect(throws: error) { try choices(of: source) }
    #expect(
      "\(error)".hasSuffix("state it, as model.activation or with --activation: quick-gelu or gelu")
    )
    #expect(try choices(of: source, activation: .gelu).text.activation == .gelu)
  }

  @Test("an architecture that OpenAI never published tells no activation")
  func foreignArchitecture() throws {
    let source = try ShapesOnly(NamedArchitecture.named("ViT-bigG/14").architecture.tensorShapes)
    #expect(throws: CLIPError.self) { try CheckpointInspection(of: source).activations.get() }
    let stated = try CheckpointInspection(of: source, activation: .gelu).activations.get()
    #expect(stated.vision?.reason == .stated)
  }

  @Test("names with a text tower of its own tell no activation")
  func textTowerNames() throws {
    var shapes: [String: [Int]] = [:]
    for (name, shape) in try NamedArchitecture.named("ViT-B/32").architecture.tensorShapes {
      shapes[name.hasPrefix("visual.") || name == "logit_scale" ? name : "text.\(name)"] = shape
    }
    let source = try ShapesOnly(shapes).byOpenAINames()
    let inspection = try CheckpointInspection(of: source)
    #expect(inspection.architecture.name == "ViT-B/32")
    #expect(inspection.namingScheme == .openCLIPTextTower)
    #expect(throws: CLIPError.self) { try inspection.activations.get() }
  }

  @Test(
    "open_clip's configuration tells it, by its default, too",
    arguments: [
      (#""quick_gelu": true,"#, Activation.quickGELU), (#""quick_gelu": false,"#, .gelu),
      ("", .gelu),
    ])
  func openCLIPConfiguration(setting: String, activation: Activation) throws {
    let source = try source("open_clip_model.safetensors")
    let file = try folder.write(
      """
      {"model_cfg": {"embed_dim": 8, \(setting)
        "vision_cfg": {"image_size": 16, "layers": 3, "width": 16, "head_width": 8, "patch_size": 4},
        "text_cfg": {"context_length": 12, "vocab_size": 40, "width": 16, "heads": 2, "layers": 2}},
       "preprocess_cfg": {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]}}
      """, to: "open_clip_config.json")
    let inspection = try CheckpointInspection(of: source)
    let key = "model_cfg.quick_gelu"
    let choice = ActivationChoice(
      activation: activation,
      reason: setting.isEmpty
        ? .configurationDefault(file: file, key: key) : .configuration(file: file, key: key))
    #expect(try inspection.activations.get() == ActivationChoices(vision: choice, text: choice))
    #expect(
      inspection.visionHeads
        == HeadChoice(
          count: 2, reason: .configuration(file: file, key: "model_cfg.vision_cfg.head_width")))
    #expect(inspection.textHeads.count == 2)
    #expect(
      inspection.pixelStatistics
        == PixelStatisticsChoice(
          statistics: PixelStatistics(mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5]),
          reason: .configuration(file: file)))
  }

  @Test("the numbers of OpenAI's archives beside the weights tell it, where they are right")
  func archiveNumbers() throws {
    let numbers = ["input_resolution": 16, "context_length": 12, "vocab_size": 40]
    let base = try TinyCLIP.checkpoint()
    let choices = try choices(of: EditedSource(base, edits: numbers.mapValues { .number($0) }))
    #expect(choices.text == ActivationChoice(activation: .quickGELU, reason: .openAIArchive))
    #expect(!choices.areAssumed)

    // Converted to another format together with the weights, they are still read.
    let converted = numbers.mapValues {
      EditedSource.Edit.replaced(Tensor(shape: [], elements: [Float($0)]))
    }
    #expect(try self.choices(of: EditedSource(base, edits: converted)) == choices)

    var wrong = numbers.mapValues { EditedSource.Edit.number($0) }
    wrong["input_resolution"] = .number(224)
    wrong["vocab_size"] = .replaced(Tensor(shape: [], elements: [40.5]))
    let error = CLIPError.tensorsDisagree(
      file: base.file,
      differences: [
        .misnumbered("input_resolution", got: [224], expected: 16),
        .misnumbered("vocab_size", got: [40.5], expected: 40),
      ])
    #expect(throws: error) { try self.choices(of: EditedSource(base, edits: wrong)) }
    #expect("\(error)".contains("input_resolution: says 224.0, expected 16"))
  }

  @Test("the modules of a TorchScript archive tell it", .requiresSharedData)
  func modules() throws {
    for model in ["vit-tiny", "rn-tiny"] {
      let source = try CheckpointFile.open(SharedData.url("golden/\(model)/jit.pt"))
        .byOpenAINames()
      let choices = try CheckpointInspection(of: source).activations.get()
      let expected = ActivationChoice(activation: .quickGELU, reason: .moduleClass("QuickGELU"))
      #expect(choices.text == expected)
      #expect(choices.vision == (model == "vit-tiny" ? expected : nil))
    }
  }
}
