import Reporting

/// Tables that hold every kind of cell and every character with a meaning in some format.
enum TableFixtures {
  /// Two methods with a tie, a missing value, a negative number and a mean below a rule.
  static var scores: Table {
    var table = Table(
      title: "Street scenes, val, 20 images",
      columns: [
        Table.Column("Class", alignment: .leading), Table.Column("clip"),
        Table.Column("clip-surgery"), Table.Column("kind", alignment: .center),
      ],
      notes: ["In percent.", "–: neither in the ground truth nor predicted."])
    table.append([
      .text("road"), .number(12.345, .percent), .number(54.3, .percent), .text("stuff"),
    ])
    table.append(
      [.text("sky"), .number(31.404, .percent), .number(31.398, .percent), .text("stuff")])
    table.append([.text("bus"), .number(-0.5, .percent), .missing, .text("a")])
    table.append(
      [.text("mIoU"), .number(14.416, .percent), .number(42.849, .percent), .missing],
      startingGroup: true)
    for row in table.rows.indices {
      table.markBest(inRow: row)
    }
    return table
  }

  /// Text that a careless renderer would take for markup.
  static var hostile: Table {
    var table = Table(
      title: #"50% & x_1 {a} #2 $3 ~ ^ \ "quoted""#,
      columns: [Table.Column("a|b", alignment: .leading)])
    for text in ["[x], *y*", "<b>`c`</b>", "two\nlines", "a--b---c", "\u{1B}[31mred", "說 & é"] {
      table.append([.text(text)])
    }
    return table
  }
}
