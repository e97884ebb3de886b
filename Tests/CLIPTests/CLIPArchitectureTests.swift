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

  private func headCount(_ vision: CLIPArchitecture.Vision) -> Int {
    switch vision {
    case .transformer(let tower): tower.transformer.headCount
    case .resNet(let network): network.headCount
    }
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
    let vision = VisionTransformerArchitecture(
      transformer: TransformerArchitecture(
        width: 16, blockCount: 3, headCount: 2, hiddenWidth: 64), patchSize: 4, gridSide: 4)
    #expect(architecture.vision == .transformer(vision))
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
    #expect(headCount(architecture.vision) == 2)
    #expect(architecture.text.transformer.headCount == 1)
    let stated = try CLIPArchitecture(of: reference, heads: HeadCounts(vision: 4))
    #expect(headCount(stated.vision) == 4)
    let network = try CLIPArchitecture(
      of: SafetensorsFile(contentsOf: SharedData.url("golden/rn-tiny/model.safetensors")))
    #expect(headCount(network.vision) == 4, "256 features of the attention pool")
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

  @Test("a ModifiedResNet is told by its shapes, too, and its counts of batches may be missing")
  func resNet() throws {
    let checkpoint = try TinyResNet.checkpoint()
    let architecture = try CLIPArchitecture(of: checkpoint, heads: TinyResNet.heads)
    #expect(
      architecture.vision
        == .resNet(
          ModifiedResNetArchitecture(
            width: 4, blockCounts: [2, 1, 2, 1], gridSide: 2, headCount: 2)))
    #expect(architecture.vision.imageSide == 64)
    let counts = checkpoint.tensorNames.filter { $0.hasSuffix(".num_batches_tracked") }
    #expect(counts.count == 3 + 3 * 6 + 4)
    var shapes = checkpoint.descriptions.mapValues(\.shape)
    for name in counts { shapes[name] = nil }
    #expect(architecture.tensorShapes == shapes)
    let edits = Dictionary(uniqueKeysWithValues: counts.map { ($0, EditedSource.Edit.removed) })
    let stripped = EditedSource(checkpoint, edits: edits)
    #expect(try CLIPArchitecture(of: stripped, heads: TinyResNet.heads) == architecture)
  }

  @Test("what a ModifiedResNet lacks, misshapes or has too much is one error")
  func damagedResNet() throws {
    let checkpoint = try TinyResNet.checkpoint()
    let edits: [String: EditedSource.Edit] = [
      "visual.layer3.1.bn2.running_var": .removed,
      "visual.layer2.0.downsample.0.weight": .zeros([32, 16]),
      "visual.conv1.bias": .zeros([2]),
      "visual.fc.num_batches_tracked": .zeros([]),
    ]
    #expect(
      throws: CLIPError.tensorsDisagree(
        file: checkpoint.file,
        differences: [
          .unexpected("visual.conv1.bias", got: [2]),
          .unexpected("visual.fc.num_batches_tracked", got: []),
          .misshaped(
            "visual.layer2.0.downsample.0.weight", got: [32, 16], expected: "[32, 16, 1, 1]"),
          .missing("visual.layer3.1.bn2.running_var", expected: "[16]"),
        ])
    ) {
      try CLIPArchitecture(
        of: EditedSource(checkpoint, edits: edits), heads: TinyResNet.heads)
    }
  }

  @Test("a negative variance stops the loading and names its tensor")
  func negativeVariance() throws {
    let checkpoint = try TinyResNet.checkpoint()
    let name = "visual.layer2.0.downsample.1.running_var"
    var damaged = try checkpoint.tensor(named: name)
    damaged.elements[5] = -0.1
    #expect(
      throws: CheckpointError.negativeVariance(
        file: checkpoint.file, tensor: name, got: 1, outOf: 32)
    ) {
      try CLIPModel(
        source: EditedSource(checkpoint, edits: [name: .replaced(damaged)]),
        multiplier: OpenBLASMultiplier(), heads: TinyResNet.heads)
    }
  }

  @Test("a network of another library's and another scheme's tensors are named as such")
  func otherModels() throws {
    #expect(
      throws: CLIPError.unsupportedVisionTower(file: checkpoint.file, got: "a network of timm")
    ) { try architecture(["visual.trunk.stem.conv1.weight": .zeros([1])]) }
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
    for (checkpoint, heads) in try [
      (TinyCLIP.checkpoint(), TinyCLIP.heads), (TinyResNet.checkpoint(), TinyResNet.heads),
    ] {
      for name in checkpoint.tensorNames where !name.hasSuffix(".num_batches_tracked") {
        var damaged = try checkpoint.tensor(named: name)
        damaged.elements[0] = .infinity
        #expect(throws: CheckpointError.self, "\(name)") {
          try CLIPModel(
            source: EditedSource(checkpoint, edits: [name: .replaced(damaged)]),
            multiplier: OpenBLASMultiplier(), heads: heads)
        }
      }
    }
  }
}
