public import CLIP
public import Foundation
public import Tensors

/// The files of the network that is evaluated.
public struct ModelFiles: Sendable, Equatable {
  /// The file of weights, or the list of the files that hold them.
  public let checkpoint: URL

  /// The SHA-256 of the weights; see ``CheckpointFiles/hash``.
  public let checkpointHash: ContentHash

  /// The tokenizer's file of merges.
  public let vocabulary: Vocabulary

  /// The SHA-256 of the file of merges.
  public let vocabularyHash: ContentHash

  /// The numbers of attention heads that the configuration states.
  public let heads: HeadCounts

  /// The activation that the configuration states.
  public let activation: Activation?

  /// Hashes files that were found.
  ///
  /// - Throws: `ConfigurationError` where one cannot be read or is not the published model that it
  ///   should be, `CheckpointError` where a list of files is not sound.
  init(hashing location: ModelLocation) throws {
    checkpoint = location.checkpoint
    checkpointHash = try CheckpointFiles(at: location.checkpoint).hash
    if let name = location.name, checkpointHash != name.value.hash {
      throw ConfigurationError.contradiction(
        origin: name.origin, key: "model.name",
        problem: """
          is \(name.value.name), whose SHA-256 is \(name.value.hash), but \(checkpoint.path) \
          has \(checkpointHash): remove the damaged file, or state `model.checkpoint` alone
          """)
    }
    vocabulary = location.vocabulary
    vocabularyHash = try ContentHash(ofFile: location.vocabulary.file)
    heads = location.heads
    activation = location.activation
  }
}
