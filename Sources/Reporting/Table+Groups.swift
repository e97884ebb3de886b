extension Table {
  /// Neighbouring columns under one heading.
  struct ColumnGroup: Equatable {
    /// The heading; empty where the columns share none.
    let title: String

    /// The positions of the columns.
    let columns: Range<Int>
  }

  /// The columns in runs of one group each, from left to right; columns without a group stand alone.
  var columnGroups: [ColumnGroup] {
    var groups: [ColumnGroup] = []
    for (index, column) in columns.enumerated() {
      if let last = groups.last, !column.group.isEmpty, last.title == column.group {
        groups[groups.count - 1] = ColumnGroup(
          title: last.title, columns: last.columns.lowerBound..<(index + 1))
      } else {
        groups.append(ColumnGroup(title: column.group, columns: index..<(index + 1)))
      }
    }
    return groups
  }

  /// Whether any columns share a heading.
  var hasColumnGroups: Bool { columns.contains { !$0.group.isEmpty } }

  /// The rows in runs that no rule divides, from the top.
  var rowGroups: [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, row) in rows.enumerated() {
      if let last = groups.last, !row.startsGroup {
        groups[groups.count - 1] = last.lowerBound..<(index + 1)
      } else {
        groups.append(index..<(index + 1))
      }
    }
    return groups
  }
}
