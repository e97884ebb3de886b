/// Writes a table for LaTeX; the document needs the package booktabs and UTF-8 input.
public struct LaTeXTableRenderer: TableRenderer {
  /// Creates a renderer.
  public init() {}

  /// A `table` environment with caption, booktabs rules, and the notes below in a smaller size.
  public func render(_ table: Table) -> String {
    var lines = [
      "% Needs \\usepackage{booktabs}.",
      "\\begin{table}",
      "  \\centering",
    ]
    if !table.title.isEmpty {
      lines.append("  \\caption{\(Self.escaped(table.title))}")
    }
    lines += [
      "  \\begin{tabular}{\(table.columns.map(Self.letter).joined())}",
      "    \\toprule",
    ]
    if table.hasColumnGroups { lines += Self.groupLines(of: table.columnGroups) }
    lines += [
      "    " + Self.line(table.columns.map { Self.escaped($0.title) }),
      "    \\midrule",
    ]
    for row in table.rows {
      if row.startsGroup { lines.append("    \\midrule") }
      lines.append("    " + Self.line(row.cells.map(Self.text(of:))))
    }
    lines += ["    \\bottomrule", "  \\end{tabular}"]
    for note in table.notes {
      lines += ["", "  {\\footnotesize \(Self.escaped(note))}"]
    }
    lines.append("\\end{table}")
    return lines.map { $0 + "\n" }.joined()
  }

  /// The headings above several columns, each with a rule of its own below.
  private static func groupLines(of groups: [Table.ColumnGroup]) -> [String] {
    let cells = groups.map { group in
      group.title.isEmpty
        ? "" : "\\multicolumn{\(group.columns.count)}{c}{\(escaped(group.title))}"
    }
    let rules = groups.filter { !$0.title.isEmpty }.map { group in
      "\\cmidrule(lr){\(group.columns.lowerBound + 1)-\(group.columns.upperBound)}"
    }
    return ["    " + line(cells), "    " + rules.joined(separator: " ")]
  }

  private static func letter(of column: Table.Column) -> String {
    switch column.alignment {
    case .leading: "l"
    case .center: "c"
    case .trailing: "r"
    }
  }

  private static func line(_ cells: [String]) -> String {
    cells.joined(separator: " & ") + " \\\\"
  }

  private static func text(of cell: Table.Cell) -> String {
    let text =
      switch cell.content {
      case .text(let text): escaped(text)
      case .number(let value, let format): number(format.string(from: value))
      case .missing: "--"
      }
    return cell.isBest && !text.isEmpty ? "\\textbf{\(text)}" : text
  }

  /// A number whose sign is a minus and not a hyphen, and a plus of the same width.
  private static func number(_ digits: String) -> String {
    guard let sign = digits.first, "+-".contains(sign) else { return digits }
    return "$\(sign)$" + digits.dropFirst()
  }

  /// Text in which every character stands for itself.
  ///
  /// One pass over the scalars: replacing one kind after the other would escape the braces and
  /// backslashes of earlier replacements. Brackets and stars are wrapped because behind `\\` they
  /// would be read as its arguments; hyphens because two in a row become a dash.
  private static func escaped(_ text: String) -> String {
    text.printable.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "$", "&", "#", "_", "%": result += "\\\(scalar)"
      case "^": result += "\\textasciicircum{}"
      case "~": result += "\\textasciitilde{}"
      case "<": result += "\\textless{}"
      case ">": result += "\\textgreater{}"
      case "|": result += "\\textbar{}"
      case "`": result += "\\textasciigrave{}"
      case "\"": result += "''"
      case "Δ": result += "$\\Delta$"
      case "[", "]", "*": result += "{\(scalar)}"
      case "-": result += result.hasSuffix("-") ? "{}-" : "-"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
