/// A table of somebody's published numbers with one's own beside them: every score three ways.
public struct ComparisonTable: Sendable, Equatable {
  /// One line: words that say what was scored, and a cell a score.
  public struct Row: Sendable, Equatable {
    /// The words, one for each of the table's leading columns.
    public var texts: [String]

    /// The scores, one for each of the table's scores.
    public var cells: [Cell]

    /// Whether a rule sets the row apart from those above it; the best is sought between rules.
    public var startsGroup: Bool

    /// Creates a row.
    public init(texts: [String], cells: [Cell], startsGroup: Bool = false) {
      self.texts = texts
      self.cells = cells
      self.startsGroup = startsGroup
    }
  }

  /// What the table shows, in one line.
  public var title: String

  /// The headings of the words.
  public let texts: [String]

  /// The headings of the scores.
  public let scores: [String]

  /// The rows, from the top.
  public let rows: [Row]

  /// What the reader must know to read the numbers, one line each.
  public var notes: [String]

  /// Creates a table.
  ///
  /// - Precondition: every row has a text for each heading of words and a cell for each score.
  public init(title: String, texts: [String], scores: [String], rows: [Row], notes: [String] = []) {
    for row in rows {
      precondition(
        row.texts.count == texts.count && row.cells.count == scores.count,
        """
        A row of \(row.texts.count) words and \(row.cells.count) scores under \(texts.count) and \
        \(scores.count)
        """)
    }
    self.title = title
    self.texts = texts
    self.scores = scores
    self.rows = rows
    self.notes = notes
  }

  /// Three columns a score: what was published, one's own, and one's own less what was published.
  ///
  /// The best of each group of rows is marked among the published numbers and among one's own.
  public var table: Table {
    let parts = ["paper", "ours", "Δ"]
    var table = Table(
      title: title,
      columns: texts.map { Table.Column($0, alignment: .leading) }
        + scores.flatMap { score in parts.map { Table.Column($0, group: score) } },
      notes: notes)
    for row in rows {
      table.append(
        row.texts.map { .text($0) } + row.cells.flatMap(\.tableCells),
        startingGroup: row.startsGroup)
    }
    for group in table.rowGroups {
      for score in scores.indices {
        let first = texts.count + parts.count * score
        table.markBest(inColumn: first, ofRows: group)
        table.markBest(inColumn: first + 1, ofRows: group)
      }
    }
    return table
  }
}
