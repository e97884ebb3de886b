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

  /// Finds and hashes the files.
  ///
  /// - Throws: `ConfigurationError` where one is not stated, not there or not readable.
  init(_ statement: ModelStatement, of file: ExperimentFile) throws(ConfigurationError) {
    let surroundings = file.document.surroundings
    guard let checkpoint = statement.checkpoint else {
      throw .missingKey(
        file: file.document.source.name, key: "model.checkpoint",
        expected: "the path of the network's weights", hint: Self.checkpointHint)
    }
    guard FilePresence(at: checkpoint.value) == .file else {
      throw .noSuchFile(
        origin: checkpoint.origin, key: "model.checkpoint",
        path: surroundings.displayName(of: checkpoint.value), what: "file of weights",
        hint: Self.checkpointHint)
    }
    self.checkpoint = checkpoint.value
    vocabulary = try Vocabulary(
      stated: statement.vocabulary, beside: checkpoint.value, in: surroundings)
    checkpointHash = try ContentHash(ofFile: checkpoint.value)
    vocabularyHash = try ContentHash(ofFile: vocabulary.file)
    heads = statement.heads
  }

  /// Where weights come from and how an experiment is told.
  private static let checkpointHint = """
    OpenAI publishes ViT-B/16 at https://openaipublic.azureedge.net/clip/models/5806e77cd80f8b59890b\
    7e101eabd078d9fb84e6937f9e85e4ecb61988df416f/ViT-B-16.pt;
    this version reads weights in safetensors files, the README says how to turn one into the other.
    Say where the file is: --set model.checkpoint=PATH
    """
}
