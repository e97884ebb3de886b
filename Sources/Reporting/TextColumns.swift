/// Cells as text, padded to columns of equal width for reading in a fixed-width font.
struct TextColumns {
  private let alignments: [Table.Alignment]

  /// The width of each column in terminal cells.
  let widths: [Int]

  /// Measures the columns over every line that will be printed, the headings too.
  init(_ lines: [[String]], alignments: [Table.Alignment], minimumWidth: Int = 0) {
    self.alignments = alignments
    widths = alignments.indices.map { column in
      lines.reduce(minimumWidth) { max($0, DisplayWidth.of($1[column])) }
    }
  }

  /// The cells of one line, padded.
  ///
  /// - Parameters:
  ///   - cells: The text of each cell.
  ///   - style: How the text of a column is set apart; it must add nothing to the width.
  /// - Returns: Cells of the columns' widths.
  func padded(_ cells: [String], style: (Int, String) -> String = { $1 }) -> [String] {
    cells.indices.map { column in
      let space = widths[column] - DisplayWidth.of(cells[column])
      let text = style(column, cells[column])
      let left =
        switch alignments[column] {
        case .leading: 0
        case .center: space / 2
        case .trailing: space
        }
      return String(repeating: " ", count: left) + text
        + String(repeating: " ", count: space - left)
    }
  }
}
