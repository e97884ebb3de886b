extension Table {
  /// One line of a table.
  public struct Row: Sendable, Equatable {
    /// The cells, one a column.
    public internal(set) var cells: [Cell]

    /// Whether a rule sets the row apart from those above it.
    public let startsGroup: Bool
  }
}
