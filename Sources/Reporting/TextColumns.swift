/// Cells as text, padded to columns of equal width for reading in a fixed-width font.
struct TextColumns {
  private let alignments: [Table.Alignment]

  /// The cells between two columns.
  private static let gap = 2

  private let groups: [Range<Int>]

  /// The width of each column in terminal cells.
  let widths: [Int]

  /// Measures the columns over every line that will be printed, the headings too.
  ///
  /// - Parameters:
  ///   - lines: The text of each cell, line by line.
  ///   - alignments: The side to which each column is set.
  ///   - minimumWidth: The width of an empty column.
  ///   - groups: Headings above several columns, which are widened where a heading needs it.
  init(
    _ lines: [[String]], alignments: [Table.Alignment], minimumWidth: Int = 0,
    groups: [(title: String, columns: Range<Int>)] = []
  ) {
    self.alignments = alignments
    self.groups = groups.map(\.columns)
    var widths = alignments.indices.map { column in
      lines.reduce(minimumWidth) { max($0, DisplayWidth.of($1[column])) }
    }
    for (title, columns) in groups {
      let missing = DisplayWidth.of(title) - Self.width(of: columns, widths)
      for extra in 0..<max(0, missing) {
        widths[columns.lowerBound + extra % columns.count] += 1
      }
    }
    self.widths = widths
  }

  private static func width(of columns: Range<Int>, _ widths: [Int]) -> Int {
    widths[columns].reduce(gap * (columns.count - 1), +)
  }

  /// The headings of the groups, each in the middle above its columns.
  func paddedGroups(_ titles: [String], style: (String) -> String) -> [String] {
    zip(groups, titles).map { columns, title in
      let space = Self.width(of: columns, widths) - DisplayWidth.of(title)
      return String(repeating: " ", count: space / 2) + style(title)
        + String(repeating: " ", count: space - space / 2)
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
