import Foundation
import Tensors

extension ModelConfiguration {
  /// Reads `open_clip_config.json`, or one of open_clip's own model configurations under that name.
  ///
  /// What it leaves out has open_clip's default, which is GELU for the activation and 64 for the width
  /// of a head. Keys that would change what the network computes are refused.
  ///
  /// - Throws: ``CLIPError/unsupportedSetting(file:key:got:expected:)``.
  init(openCLIP configuration: ConfigurationSection) throws(CLIPError) {
    let model = try configuration.section("model_cfg") ?? configuration
    let empty = ConfigurationSection(file: configuration.file, path: model.path, members: [:])
    let vision = try model.section("vision_cfg") ?? empty
    let text = try model.section("text_cfg") ?? empty
    try vision.refuseUnsupported(
      besides: Self.visionKeys, ["pool_type": "tok", "pos_embed_type": "learnable"])
    try text.refuseUnsupported(
      besides: Self.textKeys, ["pool_type": "argmax", "proj_type": "linear"])

    let activation = Setting<Activation>(
      try model.flag("quick_gelu").map { $0 ? .quickGELU : .gelu }, default: .gelu,
      key: model.name(of: "quick_gelu"))
    let isResNet = if case .array? = vision.members["layers"] { true } else { false }
    let width = try vision.count("width") ?? 768
    let headWidth = Setting(
      try vision.count("head_width"), default: 64, key: vision.name(of: "head_width"))
    let attentionWidth = isResNet ? ModifiedResNetArchitecture.reduction * width : width
    guard attentionWidth.isMultiple(of: headWidth.value) else {
      throw vision.unsupported(
        "head_width", .number(Double(headWidth.value)),
        expected: "a number that divides \(attentionWidth)")
    }
    file = configuration.file
    self.vision = Tower(
      activation: activation,
      headCount: headWidth.replacing(by: attentionWidth / headWidth.value))
    self.text = Tower(
      activation: activation,
      headCount: Setting(try text.count("heads"), default: 8, key: text.name(of: "heads")))
    extents =
      try model.extents([("embed_dim", .embeddingWidth)])
      + vision.extents(
        isResNet
          ? [("width", .visionWidth), ("image_size", .imageSide)]
          : [
            ("width", .visionWidth), ("layers", .visionBlocks), ("patch_size", .patchSize),
            ("image_size", .imageSide),
          ])
      + text.extents([
        ("width", .textWidth), ("layers", .textBlocks), ("context_length", .contextLength),
        ("vocab_size", .vocabularySize),
      ])
    pixelStatistics = try configuration.section("preprocess_cfg")?.pixelStatistics("mean", "std")
  }

  /// Keys that the shapes tell, too, or that matter in training or elsewhere only.
  private static let visionKeys: Set<String> = [
    "layers", "width", "head_width", "mlp_ratio", "patch_size", "image_size", "patch_dropout",
    "output_tokens", "attn_pooler_queries", "attn_pooler_heads", "timm_proj", "timm_pool",
    "timm_drop",
  ]

  private static let textKeys: Set<String> = [
    "context_length", "vocab_size", "hf_tokenizer_name", "tokenizer_mode", "tokenizer_kwargs",
    "width", "heads", "layers", "mlp_ratio", "output_tokens", "pad_id", "eos_id",
    "hf_model_pretrained", "hf_proj_type", "hf_pooler_type",
  ]
}

extension ModelConfiguration.Setting {
  /// Another value that follows from this one.
  fileprivate func replacing(by other: Value) -> Self {
    Self(isStated ? other : nil, default: other, key: key)
  }
}

extension ConfigurationSection {
  /// Refuses keys that are not known and neither null nor false, and other values than given.
  fileprivate func refuseUnsupported(
    besides known: Set<String>, _ required: [String: String]
  ) throws(CLIPError) {
    for (key, value) in members.sorted(by: { $0.key < $1.key }) where !known.contains(key) {
      if let expected = required[key] {
        guard value == .text(expected) else {
          throw unsupported(key, value, expected: "\"\(expected)\"")
        }
      } else if value != .null, value != .bool(false) {
        throw unsupported(key, value, expected: "no such key: it changes what the network computes")
      }
    }
  }
}
