/// A table as a value: what it says, not how it looks.
///
/// The renderers turn it into text for a terminal, Markdown, LaTeX or CSV. Numbers stay numbers
/// until then, and every renderer rounds them by the same ``NumberFormat``.
public struct Table: Sendable, Equatable {
  /// What the table shows, in one line.
  public var title: String

  /// The columns, from left to right.
  public let columns: [Column]

  /// The rows, from the top; each has one cell a column.
  public private(set) var rows: [Row]

  /// What the reader must know to read the numbers, one line each.
  public var notes: [String]

  /// Creates a table without rows.
  ///
  /// - Precondition: there is at least one column.
  public init(title: String, columns: [Column], notes: [String] = []) {
    precondition(!columns.isEmpty, "The table \"\(title)\" has no columns")
    self.title = title
    self.columns = columns
    self.notes = notes
    rows = []
  }

  /// Adds a row at the bottom.
  ///
  /// - Parameters:
  ///   - cells: One cell a column.
  ///   - startsGroup: Whether a rule sets the row apart from those above it.
  /// - Precondition: the number of cells is the number of columns.
  public mutating func append(_ cells: [Cell], startingGroup startsGroup: Bool = false) {
    precondition(
      cells.count == columns.count, "A row of \(cells.count) cells under \(columns.count) columns")
    rows.append(Row(cells: cells, startsGroup: startsGroup))
  }

  /// Marks or unmarks one cell as the best of those it is compared with.
  mutating func setBest(_ isBest: Bool, row: Int, column: Int) {
    rows[row].cells[column].isBest = isBest
  }
}
