public import CLIP
public import Foundation

/// The files of the network that is evaluated.
public struct ModelFiles: Sendable, Equatable {
  /// The file of weights.
  public let checkpoint: URL

  /// The SHA-256 of the file of weights.
  public let checkpointHash: ContentHash

  /// The tokenizer's file of merges.
  public let vocabulary: Vocabulary

  /// The SHA-256 of the file of merges.
  public let vocabularyHash: ContentHash

  /// The numbers of attention heads that the configuration states.
  public let heads: HeadCounts

  /// Hashes files that were found.
  ///
  /// - Throws: `ConfigurationError` where one cannot be read.
  init(hashing location: ModelLocation) throws(ConfigurationError) {
    checkpoint = location.checkpoint
    checkpointHash = try ContentHash(ofFile: location.checkpoint)
    vocabulary = location.vocabulary
    vocabularyHash = try ContentHash(ofFile: location.vocabulary.file)
    heads = location.heads
  }
}
