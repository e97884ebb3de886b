extension Table {
  /// The table for a page: the title as its caption, a heading to every column and row, and the notes
  /// below.
  ///
  /// A table that is too wide scrolls by itself, with the keyboard too.
  public var html: HTMLNode {
    let headings = columns.map { column in
      HTMLNode("th", ["scope": "col", "class": column.alignment.name], [.text(column.lineTitle)])
    }
    let body = rows.map { row in
      HTMLNode(
        "tr", row.startsGroup ? ["class": "group"] : [:],
        zip(columns, row.cells).enumerated().map { index, part in
          let attributes: KeyValuePairs =
            index == 0
            ? ["scope": "row", "class": part.0.alignment.name] : ["class": part.0.alignment.name]
          return HTMLNode(index == 0 ? "th" : "td", attributes, [part.1.html])
        })
    }
    return HTMLNode(
      "div",
      [
        HTMLNode(
          "table",
          [
            HTMLNode("caption", [.text(title)]),
            HTMLNode("thead", [HTMLNode("tr", headings)]),
            HTMLNode("tbody", body),
          ]
        ).scrolling(named: title)
      ] + notes.map { HTMLNode("p", ["class": "note"], [.text($0)]) })
  }
}

extension Table.Alignment {
  /// The class of the style sheet.
  fileprivate var name: String {
    switch self {
    case .leading: "leading"
    case .center: "center"
    case .trailing: "trailing"
    }
  }
}

extension Table.Cell {
  /// What the cell holds, the best number set in bold.
  fileprivate var html: HTMLNode {
    let text: HTMLNode =
      switch content {
      case .text(let text): .text(text.printable)
      case .number(let value, let format): .text(format.string(from: value))
      case .missing: .text("–")
      }
    return isBest ? HTMLNode("strong", [text]) : text
  }
}
