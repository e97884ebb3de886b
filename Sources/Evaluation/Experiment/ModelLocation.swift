import CLIP
import Checkpoints
import Foundation
import Tensors

/// Where the files of the network lie; they are there, but nobody has read them yet.
struct ModelLocation: Sendable {
  /// The file of weights, or the list of the files that hold them.
  let checkpoint: URL

  /// The published model that it has to be.
  let name: Stated<KnownCheckpoint>?

  let vocabulary: Vocabulary
  let heads: HeadCounts
  let activation: Activation?

  /// Finds the files.
  ///
  /// - Throws: `ConfigurationError` where one is not stated or not there.
  init(_ file: ExperimentFile) throws(ConfigurationError) {
    let surroundings = file.document.surroundings
    name = file.model.name
    if let stated = file.model.checkpoint {
      checkpoint = try Self.checkpoint(stated, in: surroundings)
    } else if let name {
      checkpoint = try Self.cached(name, in: surroundings)
    } else {
      throw .missingKey(
        file: file.document.source.name, key: "model.checkpoint",
        expected: "the path of the network's weights", hint: Self.hint)
    }
    vocabulary = try Vocabulary(
      stated: file.model.vocabulary, beside: checkpoint, in: surroundings)
    heads = file.model.heads
    activation = file.model.activation
  }

  /// The file that is stated, or that of the folder that is stated.
  private static func checkpoint(
    _ stated: Stated<URL>, in surroundings: Surroundings
  ) throws(ConfigurationError) -> URL {
    let place = surroundings.displayName(of: stated.value)
    switch FilePresence(at: stated.value) {
    case .file: return stated.value
    case .folder:
      if let checkpoint = try? CheckpointFile.checkpoint(at: stated.value) { return checkpoint }
      throw .noSuchFile(
        origin: stated.origin, key: "model.checkpoint", path: place,
        what: "file of weights in the folder",
        hint: "Expected one of \(CheckpointFolder.names.joined(separator: ", "))")
    case .missing:
      throw .noSuchFile(
        origin: stated.origin, key: "model.checkpoint", path: place, what: "file of weights",
        hint: hint)
    }
  }

  /// The file of a published model in the cache folder.
  private static func cached(
    _ name: Stated<KnownCheckpoint>, in surroundings: Surroundings
  ) throws(ConfigurationError) -> URL {
    let file = try name.value.cachedFile(in: surroundings)
    guard FilePresence(at: file) == .file else {
      throw .noSuchFile(
        origin: name.origin, key: "model.name", path: surroundings.displayName(of: file),
        what: "file of weights",
        hint: """
          Fetch it: evaluate models fetch \(name.value.name)
          or put the file there that OpenAI publishes at
            \(name.value.address.absoluteString)
          or say where it is: --set model.checkpoint=PATH
          """)
    }
    return file
  }

  /// Where weights come from and how an experiment is told.
  private static let hint = """
    OpenAI publishes ViT-B/16 at
      https://openaipublic.azureedge.net/clip/models/\
    5806e77cd80f8b59890b7e101eabd078d9fb84e6937f9e85e4ecb61988df416f/ViT-B-16.pt
    Say where it is: --set model.checkpoint=PATH
    """
}
