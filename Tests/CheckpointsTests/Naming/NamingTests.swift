import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@Suite("Naming schemes")
struct NamingTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ tensors: [(String, Tensor)]) throws -> SafetensorsFile {
    let file = folder.url.appending(path: "model.safetensors")
    try SafetensorsWriter.write(tensors.map { ($0.0, .float32($0.1)) }, to: file)
    return try SafetensorsFile(contentsOf: file)
  }

  /// A tensor whose values tell where they come from.
  private func counting(_ shape: [Int], from start: Float = 0) -> Tensor {
    Tensor(shape: shape, elements: (0..<shape.reduce(1, *)).map { start + Float($0) })
  }

  @Test("Hugging Face's names become OpenAI's; queries, keys and values become one")
  func huggingFace() throws {
    let block = "vision_model.encoder.layers.11"
    let source = try write([
      ("logit_scale", counting([])),
      ("text_model.embeddings.position_ids", counting([1, 77])),
      ("text_model.embeddings.token_embedding.weight", counting([5, 2])),
      ("text_model.encoder.layers.0.mlp.fc1.bias", counting([8])),
      ("vision_model.pre_layrnorm.weight", counting([2])),
      ("\(block).self_attn.k_proj.weight", counting([2, 2], from: 20)),
      ("\(block).self_attn.q_proj.weight", counting([2, 2], from: 10)),
      ("\(block).self_attn.v_proj.weight", counting([2, 2], from: 30)),
      ("\(block).self_attn.v_proj.bias", counting([2], from: 5)),
      ("\(block).self_attn.k_proj.bias", counting([2], from: 3)),
      ("\(block).self_attn.q_proj.bias", counting([2], from: 1)),
      ("\(block).self_attn.out_proj.weight", counting([2, 2])),
      ("\(block).layer_norm2.weight", counting([2])),
      ("visual_projection.weight", counting([3, 2])),
      ("text_projection.weight", counting([3, 4])),
      ("something.else", counting([1])),
    ])
    #expect(source.namingScheme == .huggingFace)
    let renamed = try source.byOpenAINames()
    let ours = "visual.transformer.resblocks.11"
    #expect(
      renamed.descriptions.mapValues(\.shape) == [
        "logit_scale": [], "token_embedding.weight": [5, 2],
        "transformer.resblocks.0.mlp.c_fc.bias": [8], "visual.ln_pre.weight": [2],
        "\(ours).attn.in_proj_weight": [6, 2], "\(ours).attn.in_proj_bias": [6],
        "\(ours).attn.out_proj.weight": [2, 2], "\(ours).ln_2.weight": [2],
        "visual.proj": [2, 3], "text_projection": [4, 3], "something.else": [1],
      ])
    #expect(
      try renamed.tensor(named: "\(ours).attn.in_proj_weight").elements
        == [10, 11, 12, 13, 20, 21, 22, 23, 30, 31, 32, 33])
    #expect(try renamed.tensor(named: "\(ours).attn.in_proj_bias").elements == [1, 2, 3, 4, 5, 6])
    #expect(
      try renamed.tensor(named: "visual.proj")
        == Tensor(shape: [2, 3], elements: [0, 2, 4, 1, 3, 5]))
    #expect(renamed.file == source.file)
    #expect(
      throws: CheckpointError.missingTensor(file: source.file, expected: "visual.conv1.weight")
    ) { try renamed.tensor(named: "visual.conv1.weight") }
  }

  @Test("open_clip's text tower loses its prefix")
  func openCLIPTextTower() throws {
    let source = try write([
      ("visual.conv1.weight", counting([2, 3, 1, 1])),
      ("text.token_embedding.weight", counting([5, 2])),
      ("text.transformer.resblocks.0.ln_1.weight", counting([2])),
      ("text.text_projection", counting([2, 3])), ("logit_scale", counting([])),
    ])
    #expect(source.namingScheme == .openCLIPTextTower)
    let renamed = try source.byOpenAINames()
    #expect(
      renamed.descriptions.mapValues(\.shape) == [
        "visual.conv1.weight": [2, 3, 1, 1], "token_embedding.weight": [5, 2],
        "transformer.resblocks.0.ln_1.weight": [2], "text_projection": [2, 3], "logit_scale": [],
      ])
  }

  @Test("a projection that is a linear layer is turned round")
  func linearTextProjection() throws {
    let renamed = try write([
      ("visual.proj", counting([1, 3])), ("text.text_projection.weight", counting([3, 2])),
    ]).byOpenAINames()
    #expect(
      try renamed.tensor(named: "text_projection")
        == Tensor(shape: [2, 3], elements: [0, 2, 4, 1, 3, 5]))
  }

  @Test("a wrapper's prefix in front of all names falls away, in front of some it stays")
  func wrapper() throws {
    let wrapped = try write([
      ("module.visual.proj", counting([2, 3])), ("module.logit_scale", counting([])),
    ])
    #expect(wrapped.namingScheme == .openAI)
    let renamed = try wrapped.byOpenAINames()
    #expect(renamed.descriptions.keys.sorted() == ["logit_scale", "visual.proj"])
    #expect(try renamed.tensor(named: "visual.proj") == counting([2, 3]))
    let mixed = try write([
      ("visual.proj", counting([2, 3])), ("module.logit_scale", counting([])),
    ])
    #expect(
      try mixed.byOpenAINames().descriptions.keys.sorted() == ["module.logit_scale", "visual.proj"])
  }

  @Test("names of no scheme are an error that shows some")
  func unknownNames() throws {
    let source = try write([("w", counting([1])), ("b", counting([1]))])
    #expect(source.namingScheme == nil)
    #expect(throws: CheckpointError.unknownNaming(file: source.file, got: ["b", "w"])) {
      try source.byOpenAINames()
    }
  }

  @Test("parts that do not fit, missing parts and name clashes are found when names are mapped")
  func brokenParts() throws {
    let block = "text_model.encoder.layers.0.self_attn"
    let uneven = try write([
      ("\(block).q_proj.bias", counting([2])), ("\(block).k_proj.bias", counting([3])),
      ("\(block).v_proj.bias", counting([2])),
    ])
    #expect(
      throws: CheckpointError.partsDisagree(
        file: uneven.file, tensor: "transformer.resblocks.0.attn.in_proj_bias",
        got: [2, 3, 2].map { TensorDescription(dataType: .float32, shape: [$0]) })
    ) { try uneven.byOpenAINames() }
    // Two parts alone stay what they are, for whoever loads the model to name them.
    let partial = try write([
      ("\(block).q_proj.bias", counting([2])), ("\(block).v_proj.bias", counting([2])),
    ])
    #expect(
      try partial.byOpenAINames().descriptions.keys.sorted() == [
        "\(block).q_proj.bias", "\(block).v_proj.bias",
      ])
    let clash = try write([
      ("vision_model.pre_layrnorm.bias", counting([2])), ("visual.ln_pre.bias", counting([2])),
    ])
    #expect(throws: CheckpointError.duplicateName(file: clash.file, got: "visual.ln_pre.bias")) {
      try clash.byOpenAINames()
    }
    let flat = try write([
      ("vision_model.pre_layrnorm.bias", counting([2])),
      ("visual_projection.weight", counting([2])),
    ])
    #expect(
      throws: CheckpointError.partsDisagree(
        file: flat.file, tensor: "visual.proj",
        got: [TensorDescription(dataType: .float32, shape: [2])])
    ) { try flat.byOpenAINames() }
  }

  @Test("a whole model by Hugging Face's names is the model again", .requiresSharedData)
  func wholeModel() throws {
    let reference = try SafetensorsFile(
      contentsOf: SharedData.url("golden/vit-tiny/model.safetensors"))
    #expect(try reference.byOpenAINames() is SafetensorsFile, "nothing to rename")
    var tensors: [(String, Tensor)] = []
    for name in reference.tensorNames {
      tensors += HuggingFaceExport.tensors(of: name, try reference.tensor(named: name))
    }
    let renamed = try write(tensors).byOpenAINames()
    #expect(renamed.descriptions.keys.sorted() == reference.tensorNames.sorted())
    for name in reference.tensorNames {
      #expect(try renamed.tensor(named: name) == reference.tensor(named: name), "\(name)")
    }
  }
}
