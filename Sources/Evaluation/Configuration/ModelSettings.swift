import CLIP
import Foundation
import Tensors

/// The settings of the network that is evaluated.
enum ModelSettings {
  static let name = Setting<KnownCheckpoint>(
    "name", .knownCheckpoint,
    """
    which published model it is: its file is looked for in the cache folder unless `checkpoint` \
    states it, and has to have the published hash
    """)
  static let checkpoint = Setting<URL>(
    "checkpoint", .path,
    """
    the weights: a file of safetensors or of PyTorch's, or a folder as Hugging Face and open_clip lay \
    it out
    """)
  static let vocabulary = Setting<URL>(
    "vocabulary", .path,
    """
    the tokenizer's merges; by default the file beside the checkpoint, then the one that \
    `make vocabulary` fetched
    """)
  static let heads = Setting<HeadCounts>(
    "heads", .heads,
    "attention heads, of the vision tower or of both, where they are not the width divided by 64")
  static let activation = Setting<Activation>(
    "activation", .name(of: "an activation"),
    "that of both towers' feed-forward layers, where the checkpoint does not tell or tells it wrong"
  )

  static let schema = SettingSchema([name, checkpoint, vocabulary, heads, activation])
}

extension SettingType where Value == HeadCounts {
  /// A number for the vision tower, or an object of `vision` and `text`.
  fileprivate static var heads: SettingType {
    let count = SettingType<Int>.count(of: "attention heads", in: 1...256)
    let vision = Setting("vision", count, "attention heads of the vision tower")
    let text = Setting("text", count, "attention heads of the text tower")
    let expected = "\(count.expected), or an object of `vision` and `text`"
    let both = SettingType.record(SettingSchema([vision, text]), expected: expected) {
      reader throws(ConfigurationError) in
      HeadCounts(
        vision: try reader.optional(vision)?.value, text: try reader.optional(text)?.value)
    } describe: { heads, _ in
      let parts = [("vision", heads.vision), ("text", heads.text)]
      return SettingText(
        parts.compactMap { name, count in count.map { "\(name) \($0)" } }.joined(separator: ", "))
    }
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      if value.members != nil { return try both.read(value, context) }
      return HeadCounts(vision: try count.read(value, context))
    } describe: { heads, surroundings in
      both.describe(heads, surroundings)
    }
  }
}
