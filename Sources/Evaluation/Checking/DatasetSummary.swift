import OpenVocabulary

/// What is known of a kind of data set before any file of it is seen.
public struct DatasetSummary: Sendable, Equatable {
  /// The kind.
  public let kind: DatasetKind

  /// The number of classes; `nil` where the data set brings its own.
  public let classCount: Int?

  /// Where the data set is published, which files are looked for, and how to say where they are.
  public let guide: String

  /// Sums up a kind.
  ///
  /// - Throws: `ConfigurationError` where the kind's class list is not found, `OpenVocabularyError`
  ///   where it is unsound.
  public init(_ kind: DatasetKind, in surroundings: Surroundings) throws {
    self.kind = kind
    guide = kind.guide
    classCount =
      kind == .folder ? nil : try ClassList(named: kind.rawValue, in: surroundings).count
  }
}
