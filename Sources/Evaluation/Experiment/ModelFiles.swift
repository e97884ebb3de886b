public import CLIP
import Checkpoints
public import Foundation
import Tensors

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

  /// The image encoder's number of attention heads, and what told it.
  public let visionHeads: HeadChoice

  /// The text encoder's number of attention heads, and what told it.
  public let textHeads: HeadChoice

  /// The activations of both towers, and what told them.
  public let activations: ActivationChoices

  /// The statistics by which images are normalised, and what told them.
  public let pixelStatistics: PixelStatisticsChoice

  /// What the configuration states of heads and activation; the rest is told by the files.
  let stated: Stated

  /// What a configuration states of the network.
  struct Stated: Sendable, Equatable {
    let heads: HeadCounts
    let activation: Activation?
  }

  /// Hashes files that were found, and looks at the checkpoint without loading it: whatever decides what
  /// the network computes is then known, also what the files beside the weights say.
  ///
  /// - Throws: `ConfigurationError` where one cannot be read or is not the published model that it
  ///   should be, `CheckpointError` or `CLIPError` where the checkpoint is not sound, is none of a CLIP
  ///   model, or nothing tells its activation.
  init(hashing location: ModelLocation) throws {
    stated = Stated(heads: location.heads, activation: location.activation)
    // A file that is none is refused before gigabytes of it are hashed; whether one is the model that it
    // is said to be, only its hash tells.
    let early =
      location.name == nil ? try Self.inspection(of: location.checkpoint, stated) : nil
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
    let inspection = try early ?? Self.inspection(of: checkpoint, stated)
    visionHeads = inspection.visionHeads
    textHeads = inspection.textHeads
    activations = try inspection.activations.get()
    pixelStatistics = inspection.pixelStatistics
  }

  private static func inspection(
    of checkpoint: URL, _ stated: Stated
  ) throws -> CheckpointInspection {
    try CheckpointInspection(
      of: CheckpointFile.open(checkpoint).byOpenAINames(), heads: stated.heads,
      activation: stated.activation)
  }
}
