import Foundation

/// The settings of the network that is evaluated.
enum ModelSettings {
  static let checkpoint = Setting<URL>(
    "checkpoint", .path, "the file of weights (.safetensors)")
  static let vocabulary = Setting<URL>(
    "vocabulary", .path,
    """
    the tokenizer's merges; by default the file beside the checkpoint, then the one that \
    `make vocabulary` fetched
    """)
  static let heads = Setting(
    "heads", .count(of: "attention heads", in: 1...256),
    "attention heads of the vision tower, where they are not its width divided by 64")

  static let schema = SettingSchema([checkpoint, vocabulary, heads])
}
