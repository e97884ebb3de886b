public import Metrics

/// A published table: what was printed, and which experiments of ours belong to it.
public struct ReferenceTable: Sendable {
  /// A column of scores.
  public struct Column: Sendable {
    /// The heading.
    public let title: String

    /// Which of a run's scores belongs in it.
    public let score: ScoreName

    /// The experiment of all rows that name none.
    let config: Stated<String>?
  }

  /// A row of scores.
  public struct Row: Sendable {
    /// The words at its beginning, one for each of the table's.
    public let texts: [String]

    /// The published numbers, one a column; `nil` where nobody could confirm one.
    public let paper: [ReferenceNumber?]

    /// Where the numbers were read, in words; `nil` where there are none.
    public let source: String?

    /// Whether a rule sets the row apart from those above it.
    public let startsGroup: Bool

    /// The experiment of the row; the columns' where it names none.
    let config: Stated<String>?

    /// The method of ours that belongs in the row; `nil` where we have none.
    let method: Stated<String>?

    /// Which of the method's readings, where it has several, such as `softmax`.
    let reading: String?
  }

  /// A short name, unique among the tables of a file.
  public let name: String

  /// What the table shows, in one line.
  public let title: String

  /// The protocol that the numbers were made with; a number is compared with runs of the same alone.
  public let protocolName: String

  /// Whether runs on fewer images than were published are shown, though never compared, because some
  /// can no longer be had.
  public let allowsMissingImages: Bool

  /// The headings of the words.
  public let texts: [String]

  /// The columns of scores.
  public let columns: [Column]

  /// The rows.
  public let rows: [Row]

  /// What a reader must know, one line each.
  public let notes: [String]
}
