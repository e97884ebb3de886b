import Foundation
import Tensors

extension ModelConfiguration {
  /// Reads `config.json` of a `CLIPModel` of Hugging Face's transformers.
  ///
  /// What it leaves out has that library's default, which is quick_gelu for the activation.
  ///
  /// - Parameters:
  ///   - configuration: `config.json`.
  ///   - preprocessor: `preprocessor_config.json`, where it lies beside.
  /// - Throws: ``CLIPError/unsupportedSetting(file:key:got:expected:)``.
  init(
    huggingFace configuration: ConfigurationSection, preprocessor: ConfigurationSection?
  ) throws(CLIPError) {
    if let type = try configuration.text("model_type"), type != "clip" {
      throw configuration.unsupported("model_type", .text(type), expected: "\"clip\"")
    }
    let vision = try configuration.tower("vision_config")
    let text = try configuration.tower("text_config")
    file = configuration.file
    self.vision = try Tower(huggingFace: vision, defaultHeads: 12)
    self.text = try Tower(huggingFace: text, defaultHeads: 8)
    extents =
      try vision.extents([
        ("hidden_size", .visionWidth), ("num_hidden_layers", .visionBlocks),
        ("patch_size", .patchSize), ("image_size", .imageSide),
      ])
      + text.extents([
        ("hidden_size", .textWidth), ("num_hidden_layers", .textBlocks),
        ("max_position_embeddings", .contextLength), ("vocab_size", .vocabularySize),
      ])
    pixelStatistics = try preprocessor?.pixelStatistics("image_mean", "image_std")
  }
}

extension ModelConfiguration.Tower {
  fileprivate init(
    huggingFace section: ConfigurationSection, defaultHeads: Int
  ) throws(CLIPError) {
    let activation: Activation? =
      switch try section.text("hidden_act") {
      case nil: nil
      case "quick_gelu": .quickGELU
      case "gelu", "gelu_python": .gelu
      case .some(let other):
        throw section.unsupported(
          "hidden_act", .text(other), expected: "\"quick_gelu\" or \"gelu\"")
      }
    self.activation = ModelConfiguration.Setting(
      activation, default: .quickGELU, key: section.name(of: "hidden_act"))
    headCount = ModelConfiguration.Setting(
      try section.count("num_attention_heads"), default: defaultHeads,
      key: section.name(of: "num_attention_heads"))
    if let epsilon = section.members["layer_norm_eps"], epsilon != .number(1e-5) {
      throw section.unsupported("layer_norm_eps", epsilon, expected: "0.00001")
    }
  }
}

extension ConfigurationSection {
  /// What is said of a tower.
  ///
  /// Older files say it twice; as in transformers, the object with `_dict` behind its name then decides,
  /// with defaults for what that leaves out.
  fileprivate func tower(_ name: String) throws(CLIPError) -> ConfigurationSection {
    if let section = try section("\(name)_dict") { return section }
    if let section = try section(name) { return section }
    return ConfigurationSection(file: file, path: "\(path)\(name).", members: [:])
  }

  /// The extents that are stated.
  func extents(
    _ keys: [(String, CheckpointExtents.Extent)]
  ) throws(CLIPError) -> [ModelConfiguration.StatedExtent] {
    var extents: [ModelConfiguration.StatedExtent] = []
    for (key, extent) in keys {
      guard let value = try count(key) else { continue }
      extents.append(.init(extent: extent, key: name(of: key), value: value))
    }
    return extents
  }

  /// The statistics of pixels that two keys state, or `nil` where neither is there.
  func pixelStatistics(
    _ meanKey: String, _ deviationKey: String
  ) throws(CLIPError) -> PixelStatisticsChoice? {
    let openAI = PixelStatistics.openAI
    let (mean, deviation) = (try colours(meanKey), try colours(deviationKey))
    guard mean != nil || deviation != nil else { return nil }
    if let deviation, !deviation.allSatisfy({ $0 > 0 }) {
      throw unsupported(
        deviationKey, members[deviationKey] ?? .null, expected: "three positive numbers")
    }
    return PixelStatisticsChoice(
      statistics: PixelStatistics(
        mean: mean ?? openAI.mean, deviation: deviation ?? openAI.deviation),
      reason: .configuration(file: file))
  }
}
