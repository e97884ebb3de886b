import CLIP
import Checkpoints
import Tensors
import TestSupport
import Testing

@Suite("CLIPArchitecture")
struct CLIPArchitectureTests {
  private let checkpoint: SafetensorsFile

  init() throws {
    checkpoint = try TinyCLIP.checkpoint()
  }

  private func architecture(_ edits: [String: EditedSource.Edit]) throws -> CLIPArchitecture {
    try CLIPArchitecture(of: EditedSource(checkpoint, edits: edits), heads: TinyCLIP.heads)
  }

  private func expectDifferences(
    _ differences: [TensorDifference], from edits: [String: EditedSource.Edit],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = CLIPError.tensorsDisagree(file: checkpoint.file, differences: differences)
    #expect(throws: error, sourceLocation: sourceLocation) { try architecture(edits) }
    for difference in differences { #expect("\(error)".contains("\(difference)")) }
  }

  @Test("is told by the tensors' shapes")
  func inference() throws {
    let architecture = try architecture([:])
    #expect(
      architecture.vision.transformer
        == TransformerArchitecture(width: 16, blockCount: 3, headCount: 2, hiddenWidth: 64))
    #expect(architecture.vision.patchSize == 4)
    #expect(architecture.vision.imageSide == 16)
    #expect(
      architecture.text.transformer
        == TransformerArchitecture(width: 16, blockCount: 2, headCount: 2, hiddenWidth: 64))
    #expect(architecture.text.contextLength == 12)
    #expect(architecture.text.vocabularySize == 40)
    #expect(architecture.embeddingWidth == 8)
    #expect(architecture.tensorShapes == checkpoint.descriptions.mapValues(\.shape))
  }

  @Test("heads are one per 64 features unless stated", .requiresSharedData)
  func headRule() throws {
    let reference = try SafetensorsFile(
      contentsOf: SharedData.url("golden/vit-tiny/model.safetensors"))
    let architecture = try CLIPArchitecture(of: reference)
    #expect(architecture.vision.transformer.headCount == 2)
    #expect(architecture.text.transformer.headCount == 1)
    let stated = try CLIPArchitecture(of: reference, heads: HeadCounts(vision: 4))
    #expect(stated.vision.transformer.headWidth == 32)
  }

  @Test("heads are never guessed where the rule does not hold")
  func headErrors() throws {
    #expect(
      throws: CLIPError.headsDoNotFit(
        file: checkpoint.file, tower: "vision", got: nil, width: 16)
    ) { try CLIPArchitecture(of: checkpoint) }
    #expect(
      throws: CLIPError.headsDoNotFit(file: checkpoint.file, tower: "text", got: 3, width: 16)
    ) { try CLIPArchitecture(of: checkpoint, heads: HeadCounts(vision: 2, text: 3)) }
    #expect(
      throws: CLIPError.headsDoNotFit(file: checkpoint.file, tower: "vision", got: 0, width: 16)
    ) { try CLIPArchitecture(of: checkpoint, heads: HeadCounts(vision: 0, text: 2)) }
  }

  @Test("the numbers that OpenAI's archives repeat beside the weights are passed over")
  func redundantNumbers() throws {
    let number = EditedSource.Edit.zeros([])
    let edited = try architecture([
      "input_resolution": number, "context_length": number, "vocab_size": number,
    ])
    #expect(try edited == architecture([:]))
  }

  @Test("everything missing, superfluous and misshaped is one error that lists it all")
  func allDifferencesAtOnce() throws {
    expectDifferences(
      [
        .unexpected("surplus", got: [2]),
        .missing("transformer.resblocks.1.mlp.c_proj.bias", expected: "[16]"),
        .misshaped("visual.ln_pre.weight", got: [16, 1], expected: "[16]"),
        .misshaped("visual.proj", got: [24, 8], expected: "[16, 8]"),
      ],
      from: [
        "surplus": .zeros([2]),
        "transformer.resblocks.1.mlp.c_proj.bias": .removed,
        "visual.ln_pre.weight": .zeros([16, 1]),
        "visual.proj": .zeros([24, 8]),
      ])
  }

  @Test("a missing block is found, whichever it is")
  func missingBlock() throws {
    let block = checkpoint.tensorNames.filter { $0.hasPrefix("visual.transformer.resblocks.1.") }
    let edits = Dictionary(uniqueKeysWithValues: block.map { ($0, EditedSource.Edit.removed) })
    let error = #expect(throws: CLIPError.self) { try architecture(edits) }
    guard case .tensorsDisagree(_, let differences) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    // Two blocks remain, so 0 and 1 are expected, and 2 is one too many.
    #expect(differences.count == 24)
  }

  @Test("tensors that tell the architecture are listed with axes in words when they cannot")
  func untellingTensors() throws {
    expectDifferences(
      [
        .missing("visual.conv1.weight", expected: "[width, 3, patch, patch]"),
        .misshaped("token_embedding.weight", got: [640], expected: "[vocabulary, width]"),
      ],
      from: [
        "visual.conv1.weight": .removed, "token_embedding.weight": .zeros([640]),
        "text_projection": .removed,
      ])
  }

  @Test("a position table that is no square and kernels that are no square are misshaped")
  func noSquares() throws {
    expectDifferences(
      [.misshaped("visual.positional_embedding", got: [16, 16], expected: "[17, 16]")],
      from: ["visual.positional_embedding": .zeros([16, 16])])
    expectDifferences(
      [.misshaped("visual.conv1.weight", got: [16, 3, 4, 5], expected: "[16, 3, 4, 4]")],
      from: ["visual.conv1.weight": .zeros([16, 3, 4, 5])])
  }

  @Test("a ResNet's and another scheme's tensors are named as such")
  func otherModels() throws {
    #expect(
      throws: CLIPError.unsupportedVisionTower(file: checkpoint.file, got: "a ModifiedResNet")
    ) { try architecture(["visual.layer1.0.conv1.weight": .zeros([1])]) }
    let others = checkpoint.tensorNames.map { ($0, EditedSource.Edit.removed) }
    let names = ["text_model.embeddings.position_ids", "vision_model.post_layernorm.bias"]
    let edits = Dictionary(
      uniqueKeysWithValues: others + names.map { ($0, .zeros([1])) })
    #expect(throws: CLIPError.unknownNames(file: checkpoint.file, got: names)) {
      try architecture(edits)
    }
  }

  @Test("a weight that is NaN stops the loading and names its tensor")
  func damagedWeights() throws {
    let name = "visual.transformer.resblocks.2.attn.out_proj.bias"
    var damaged = try checkpoint.tensor(named: name)
    damaged.elements[3] = .nan
    #expect(
      throws: CheckpointError.notFinite(file: checkpoint.file, tensor: name, got: 1, outOf: 16)
    ) {
      try CLIPModel(
        source: EditedSource(checkpoint, edits: [name: .replaced(damaged)]),
        multiplier: OpenBLASMultiplier(), heads: TinyCLIP.heads)
    }
  }

  @Test("every tensor of a checkpoint is read when a model is loaded")
  func allTensorsAreRead() throws {
    // Damage to any one tensor must be found.
    for name in checkpoint.tensorNames {
      var damaged = try checkpoint.tensor(named: name)
      damaged.elements[0] = .infinity
      #expect(throws: CheckpointError.self, "\(name)") {
        try CLIPModel(
          source: EditedSource(checkpoint, edits: [name: .replaced(damaged)]),
          multiplier: OpenBLASMultiplier(), heads: TinyCLIP.heads)
      }
    }
  }
}
