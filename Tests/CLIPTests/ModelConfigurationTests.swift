import Checkpoints
import Foundation
import Tensors
import TestSupport
import Testing

@testable import CLIP

@Suite("ModelConfiguration")
struct ModelConfigurationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func configuration(_ text: String, openCLIP: Bool = false) throws -> ModelConfiguration? {
    try folder.write(text, to: openCLIP ? "open_clip_config.json" : "config.json")
    let file = folder.url.appending(path: "model.safetensors")
    return try ModelConfiguration(
      beside: ShapesOnly(
        openCLIP ? ["visual.proj": []] : ["vision_model.post_layernorm.bias": []], file: file))
  }

  @Test("what an older config.json says twice is decided by the objects with _dict")
  func twofold() throws {
    let configuration = try #require(
      try configuration(
        """
        {"model_type": "clip",
         "text_config": {"hidden_act": "quick_gelu", "num_attention_heads": 12, "hidden_size": 512},
         "text_config_dict": {"hidden_act": "gelu"}, "vision_config_dict": null,
         "vision_config": {"hidden_act": "gelu", "num_attention_heads": 16, "hidden_size": 1280,
                           "patch_size": 14, "num_hidden_layers": 32, "image_size": 224}}
        """))
    #expect(
      configuration.text
        == ModelConfiguration.Tower(
          activation: .init(.gelu, default: .quickGELU, key: "text_config_dict.hidden_act"),
          headCount: .init(nil, default: 8, key: "text_config_dict.num_attention_heads")))
    #expect(configuration.vision.activation.value == .gelu)
    #expect(configuration.vision.headCount.value == 16)
    #expect(
      configuration.extents.map(\.value) == [1280, 32, 14, 224], "the text tower states nothing")
  }

  @Test("what is left out has the library's default")
  func defaults() throws {
    let huggingFace = try #require(try configuration("{}"))
    #expect(huggingFace.vision.activation.value == .quickGELU)
    #expect(!huggingFace.vision.activation.isStated)
    #expect([huggingFace.vision, huggingFace.text].map(\.headCount.value) == [12, 8])
    let openCLIP = try #require(try configuration("{}", openCLIP: true))
    #expect(openCLIP.vision.activation.value == .gelu)
    #expect([openCLIP.vision, openCLIP.text].map(\.headCount.value) == [12, 8])
    #expect(openCLIP.pixelStatistics == nil)
  }

  @Test("open_clip's own model configurations are read, of ResNets, too")
  func bareModel() throws {
    let configuration = try #require(
      try configuration(
        """
        {"embed_dim": 640, "quick_gelu": true,
         "vision_cfg": {"image_size": 288, "layers": [4, 6, 10, 6], "width": 80, "patch_size": null},
         "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 640, "heads": 10,
                      "layers": 12}}
        """, openCLIP: true))
    #expect(configuration.vision.headCount.value == 40)
    #expect(configuration.text.headCount == .init(10, default: 8, key: "text_cfg.heads"))
    let network = try CheckpointExtents(
      of: ShapesOnly(NamedArchitecture.named("RN50x4").architecture.tensorShapes))
    try configuration.check(against: network)
    let other = try CheckpointExtents(
      of: ShapesOnly(NamedArchitecture.named("RN50").architecture.tensorShapes))
    let error = CLIPError.configurationDisagrees(
      file: configuration.file, key: "embed_dim", got: 640, expected: 1024)
    #expect(throws: error) { try configuration.check(against: other) }
    #expect("\(error)".contains("embed_dim is 640, but the checkpoint beside it has 1024"))
  }

  @Test(
    "what would change the network's answers is refused by name",
    arguments: [
      (#"{"model_type": "siglip"}"#, "model_type", #""siglip""#),
      (#"{"text_config": {"hidden_act": "relu"}}"#, "text_config.hidden_act", #""relu""#),
      (#"{"vision_config": {"layer_norm_eps": 1e-6}}"#, "vision_config.layer_norm_eps", "1e-06"),
      (
        #"{"vision_config": {"num_attention_heads": "12"}}"#, "vision_config.num_attention_heads",
        #""12""#
      ),
      (#"{"vision_config": {"hidden_size": 0}}"#, "vision_config.hidden_size", "0"),
      (#"{"text_config": [1, 2.5, null]}"#, "text_config", "[1, 2.5, null]"),
    ])
  func unsupported(text: String, key: String, got: String) throws {
    let error = #expect(throws: CLIPError.self) { try configuration(text) }
    guard case .unsupportedSetting(_, key, got, _) = error else {
      Issue.record("got \(String(describing: error)) for \(text)")
      return
    }
  }

  @Test(
    "so are open_clip's keys",
    arguments: [
      (#"{"vision_cfg": {"no_ln_pre": true}}"#, "vision_cfg.no_ln_pre"),
      (#"{"vision_cfg": {"pool_type": "avg"}}"#, "vision_cfg.pool_type"),
      (#"{"text_cfg": {"act_kwargs": {"approximate": "tanh"}}}"#, "text_cfg.act_kwargs"),
      (#"{"text_cfg": {"pool_type": "last"}}"#, "text_cfg.pool_type"),
      (#"{"vision_cfg": {"head_width": 100}}"#, "vision_cfg.head_width"),
      (#"{"quick_gelu": "yes"}"#, "quick_gelu"),
      (#"{"preprocess_cfg": {"mean": [0.5]}}"#, "preprocess_cfg.mean"),
      (#"{"preprocess_cfg": {"std": [0, 1, 1]}}"#, "preprocess_cfg.std"),
    ])
  func unsupportedByOpenCLIP(text: String, key: String) throws {
    let error = #expect(throws: CLIPError.self) { try configuration(text, openCLIP: true) }
    guard case .unsupportedSetting(_, key, _, _) = error else {
      Issue.record("got \(String(describing: error)) for \(text)")
      return
    }
    // The same keys with the values that change nothing are fine.
    let harmless =
      #"{"vision_cfg": {"no_ln_pre": false, "pool_type": "tok", "patch_dropout": 0.5}}"#
    #expect(try configuration(harmless, openCLIP: true) != nil)
  }

  @Test(
    "a file that is no JSON object is an error that names it", arguments: ["", "[]", "{", "\u{0}"])
  func unreadable(text: String) throws {
    let file = folder.url.appending(path: "config.json", directoryHint: .notDirectory)
    #expect(throws: CLIPError.unreadableConfiguration(file: file)) { try configuration(text) }
  }

  @Test("another library's file beside OpenAI's names is not looked at")
  func otherLibrary() throws {
    try folder.write("not JSON", to: "config.json")
    let file = folder.url.appending(path: "ViT-B-16.pt")
    #expect(
      try ModelConfiguration(beside: ShapesOnly(["visual.proj": []], file: file)) == nil)
  }
}
