import Evaluation
import Foundation
import Metrics
import Reporting

/// Published tables for other programs: one record a cell.
struct PaperRecords {
  private let tables: [ComparedTable]
  private let surroundings: Surroundings

  init(_ tables: [ComparedTable], in surroundings: Surroundings) {
    self.tables = tables
    self.surroundings = surroundings
  }

  /// All cells of all tables.
  var table: Table {
    let titles = [
      "table", "row", "column", "score", "paper", "ours", "difference", "config", "run", "remark",
      "source",
    ]
    var records = Table(
      title: "", columns: titles.map { Table.Column($0, alignment: .leading) })
    for compared in tables {
      for (row, cells) in zip(compared.reference.rows, compared.cells) {
        for (column, cell) in zip(compared.reference.columns, cells) {
          let values = cell.comparison.tableCells
          records.append([
            .text(compared.reference.name), .text(row.texts.joined(separator: " ")),
            .text(column.title), .text(column.score.rawValue), values[0],
            cell.isNoRun ? .missing : values[1], values[2], .text(cell.config ?? ""),
            .text(cell.run.map { surroundings.displayName(of: $0.url) } ?? ""),
            .text(remark(on: cell)), .text(cell.paper == nil ? "" : row.source ?? ""),
          ])
        }
      }
    }
    return records
  }

  private func remark(on cell: ComparedTable.Cell) -> String {
    let parts = [cell.isNoRun ? "no run" : nil, cell.reasonAgainstComparing]
    return parts.compactMap(\.self).joined(separator: "; ")
  }
}

extension ComparedTable.Cell {
  /// The run that the number is of.
  fileprivate var run: FoundRun? {
    if case .score(_, let run) = own { run } else { nil }
  }

  /// Whether a run would give a number.
  fileprivate var isNoRun: Bool {
    if case .noRun = own { true } else { false }
  }
}
