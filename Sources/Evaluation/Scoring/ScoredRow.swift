import OpenVocabulary

/// A row of the table as far as its similarities go.
struct ScoredRow: Sendable, Hashable {
  /// What a row's similarities are.
  enum Similarity: Sendable, Hashable {
    /// Cosines of image tokens with texts.
    case cosine

    /// What feature surgery makes of cosines.
    case featureSurgery

    /// What somebody else calls a score: the more, the likelier.
    case stated
  }

  /// What tables call the row.
  let name: String

  /// What its similarities are.
  let similarity: Similarity

  /// The class of each of its queries.
  let classes: QueryClasses
}
