import CLIP
public import Foundation

/// A tokenizer's file of merges, and why it is this one.
public struct Vocabulary: Sendable, Equatable {
  /// How a vocabulary was found.
  public enum Source: Sendable, Equatable {
    /// It was stated.
    case stated(SettingOrigin)

    /// It lies in the checkpoint's folder.
    case besideCheckpoint

    /// It lies in the cache folder, where `make vocabulary` puts it.
    case cache
  }

  /// The file.
  public let file: URL

  /// How it was found.
  public let source: Source

  /// Finds the vocabulary: the one that is stated, else the one beside the checkpoint, else the one in
  /// the cache folder.
  ///
  /// - Parameters:
  ///   - stated: The setting, if there is one.
  ///   - checkpoint: The file of weights, if there is one.
  ///   - surroundings: Where the cache folder is.
  /// - Throws: `ConfigurationError` where there is none.
  public init(
    stated: Stated<URL>? = nil, beside checkpoint: URL? = nil, in surroundings: Surroundings
  ) throws(ConfigurationError) {
    if let stated {
      guard FilePresence(at: stated.value) == .file else {
        throw .noSuchFile(
          origin: stated.origin, key: "model.vocabulary",
          path: surroundings.displayName(of: stated.value), what: "vocabulary", hint: nil)
      }
      self.init(file: stated.value, source: .stated(stated.origin))
    } else if let file = checkpoint.flatMap(BytePairVocabulary.file(beside:)) {
      self.init(file: file, source: .besideCheckpoint)
    } else {
      let folder = try CacheFolder.find(insteadOf: "model.vocabulary", in: surroundings)
      let cached = folder.appending(path: KnownCheckpoint.vocabularyFileName)
      guard FilePresence(at: cached) == .file else {
        let beside = checkpoint.map { checkpoint in
          BytePairVocabulary.fileNames.map {
            checkpoint.deletingLastPathComponent().appending(path: $0)
          }
        }
        throw .notFound(
          origin: nil, what: "vocabulary", name: KnownCheckpoint.vocabularyFileName,
          looked: ((beside ?? []) + [cached]).map(surroundings.displayName),
          hint: "Run `make vocabulary` to fetch OpenAI's, or state the checkpoint's own.")
      }
      self.init(file: cached, source: .cache)
    }
  }

  private init(file: URL, source: Source) {
    self.file = file
    self.source = source
  }
}

extension Vocabulary.Source: CustomStringConvertible {
  /// How the vocabulary was found, as a listing says it.
  public var description: String {
    switch self {
    case .stated(let origin): "stated by \(origin)"
    case .besideCheckpoint: "beside the checkpoint"
    case .cache: "from the cache folder"
    }
  }
}
