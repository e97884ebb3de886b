import CLIP
import Foundation
import Tensors

/// What a configuration says about the network.
struct ModelStatement: Sendable {
  let name: Stated<KnownCheckpoint>?
  let checkpoint: Stated<URL>?
  let vocabulary: Stated<URL>?
  let heads: HeadCounts
  let activation: Activation?

  init(_ reader: SettingReader) throws(ConfigurationError) {
    name = try reader.optional(ModelSettings.name)
    checkpoint = try reader.optional(ModelSettings.checkpoint)
    vocabulary = try reader.optional(ModelSettings.vocabulary)
    heads = try reader.optional(ModelSettings.heads)?.value ?? HeadCounts()
    activation = try reader.optional(ModelSettings.activation)?.value
  }
}
