/// Draws a table with aligned columns and thin rules, for a terminal or a log file.
public struct TerminalTableRenderer: TableRenderer {
  private static let bold = "\u{1B}[1m"
  private static let plain = "\u{1B}[22m"

  /// Whether titles, headings and the best numbers are set in bold.
  public let isStyled: Bool

  /// Creates a renderer; without style it writes plain text only.
  public init(isStyled: Bool) {
    self.isStyled = isStyled
  }

  /// The table as lines of plain text, in bold where it is allowed and called for.
  public func render(_ table: Table) -> String {
    let headings = table.columns.map { $0.title.printable }
    let body = table.rows.map { $0.cells.map(Self.text(of:)) }
    let columns = TextColumns(
      [headings] + body, alignments: table.columns.map(\.alignment),
      groups: table.columnGroups.map { ($0.title.printable, $0.columns) })
    let rule = String(
      repeating: "─", count: columns.widths.reduce(0, +) + 2 * (columns.widths.count - 1))

    var lines = table.title.isEmpty ? [] : [emphasised(table.title.printable)]
    if table.hasColumnGroups {
      let titles = table.columnGroups.map(\.title.printable)
      lines.append(Self.line(columns.paddedGroups(titles) { emphasised($0) }))
    }
    lines.append(Self.line(columns.padded(headings) { emphasised($1) }))
    lines.append(rule)
    for (row, cells) in zip(table.rows, body) {
      if row.startsGroup { lines.append(rule) }
      lines.append(
        Self.line(columns.padded(cells) { row.cells[$0].isBest ? emphasised($1) : $1 }))
    }
    lines += table.notes.map(\.printable)
    return lines.map { $0 + "\n" }.joined()
  }

  private func emphasised(_ text: String) -> String {
    isStyled && !text.isEmpty ? Self.bold + text + Self.plain : text
  }

  private static func line(_ cells: [String]) -> String {
    let line = cells.joined(separator: "  ")
    let end = line.lastIndex { $0 != " " }
    return end.map { String(line[...$0]) } ?? ""
  }

  private static func text(of cell: Table.Cell) -> String {
    switch cell.content {
    case .text(let text): text.printable
    case .number(let value, let format): format.string(from: value)
    case .missing: "–"
    }
  }
}
