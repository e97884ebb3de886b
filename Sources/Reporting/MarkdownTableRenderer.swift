/// Writes a table in GitHub's Markdown, with columns aligned in the source too.
public struct MarkdownTableRenderer: TableRenderer {
  /// Creates a renderer.
  public init() {}

  /// The title as a line in bold, the pipe table, and the notes as a paragraph each.
  ///
  /// A rule between groups of rows has no form in Markdown and is left out.
  public func render(_ table: Table) -> String {
    let headings = table.columns.map { Self.escaped($0.lineTitle) }
    let body = table.rows.map { $0.cells.map(Self.text(of:)) }
    let alignments = table.columns.map(\.alignment)
    let columns = TextColumns([headings] + body, alignments: alignments, minimumWidth: 3)
    let rules = zip(alignments, columns.widths).map(Self.rule)
    let lines = [columns.padded(headings), rules] + body.map { columns.padded($0) }
    let pipes = lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    let title = table.title.isEmpty ? [] : ["**\(Self.escaped(table.title))**\n"]
    let paragraphs = title + [pipes] + table.notes.map { Self.escaped($0) + "\n" }
    return paragraphs.joined(separator: "\n")
  }

  /// The line below a heading, whose colons say to which side the column is set.
  private static func rule(for alignment: Table.Alignment, width: Int) -> String {
    switch alignment {
    case .leading: String(repeating: "-", count: width)
    case .center: ":" + String(repeating: "-", count: width - 2) + ":"
    case .trailing: String(repeating: "-", count: width - 1) + ":"
    }
  }

  private static func text(of cell: Table.Cell) -> String {
    let text: String =
      switch cell.content {
      case .text(let text): escaped(text)
      case .number(let value, let format): format.string(from: value)
      case .missing: "–"
      }
    return cell.isBest && !text.isEmpty ? "**\(text)**" : text
  }

  /// Text in which nothing is taken for markup or for the edge of a cell.
  private static func escaped(_ text: String) -> String {
    text.printable.unicodeScalars.reduce(into: "") { result, scalar in
      if "\\`*_~[]<>&|#$".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }
}
