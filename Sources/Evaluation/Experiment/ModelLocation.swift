import CLIP
import Foundation

/// Where the files of the network lie; they are there, but nobody has read them yet.
struct ModelLocation: Sendable {
  let checkpoint: URL
  let vocabulary: Vocabulary
  let heads: HeadCounts

  /// Finds the files.
  ///
  /// - Throws: `ConfigurationError` where one is not stated or not there.
  init(_ file: ExperimentFile) throws(ConfigurationError) {
    let surroundings = file.document.surroundings
    guard let checkpoint = file.model.checkpoint else {
      throw .missingKey(
        file: file.document.source.name, key: "model.checkpoint",
        expected: "the path of the network's weights", hint: Self.hint)
    }
    guard FilePresence(at: checkpoint.value) == .file else {
      throw .noSuchFile(
        origin: checkpoint.origin, key: "model.checkpoint",
        path: surroundings.displayName(of: checkpoint.value), what: "file of weights",
        hint: Self.hint)
    }
    self.checkpoint = checkpoint.value
    vocabulary = try Vocabulary(
      stated: file.model.vocabulary, beside: checkpoint.value, in: surroundings)
    heads = file.model.heads
  }

  /// Where weights come from and how an experiment is told.
  private static let hint = """
    OpenAI publishes ViT-B/16 at
      https://openaipublic.azureedge.net/clip/models/\
    5806e77cd80f8b59890b7e101eabd078d9fb84e6937f9e85e4ecb61988df416f/ViT-B-16.pt
    Say where it is: --set model.checkpoint=PATH
    """
}
