import Evaluation
import Foundation
import Reporting

/// A published table laid out as printed, with what a reader must know below it.
struct PaperTable {
  private let compared: ComparedTable
  private let surroundings: Surroundings

  init(_ compared: ComparedTable, in surroundings: Surroundings) {
    self.compared = compared
    self.surroundings = surroundings
  }

  /// The table for every form but CSV.
  var table: Table {
    let reference = compared.reference
    var table = ComparisonTable(
      title: reference.title, texts: reference.texts, scores: reference.columns.map(\.title),
      rows: zip(reference.rows, compared.cells).map { row, cells in
        ComparisonTable.Row(
          texts: row.texts, cells: cells.map(\.comparison), startsGroup: row.startsGroup)
      })
    table.notes =
      ["In percent. Δ: ours less the paper's, at the paper's digits."] + sourceNotes
      + reference.notes + protocolNotes + runNotes + missingNotes + reasonNotes + leftOutNotes
    return table.table
  }

  /// Where the published numbers were read, with the rows where there are several places.
  private var sourceNotes: [String] {
    var rows: [(source: String, names: [String])] = []
    for row in compared.reference.rows {
      guard let source = row.source else { continue }
      let name = row.texts.joined(separator: " ")
      if let place = rows.firstIndex(where: { $0.source == source }) {
        rows[place].names.append(name)
      } else {
        rows.append((source, [name]))
      }
    }
    return rows.map { source, names in
      rows.count == 1 ? "Paper: \(source)." : "Paper (\(names.joined(separator: "; "))): \(source)."
    }
  }

  /// What of the protocol is not the authors' word.
  private var protocolNotes: [String] {
    let groups: [(Confidence, String)] = [
      (.inferred, "inferred"), (.unknown, "not known"), (.own, "our own choice"),
    ]
    let parts = groups.compactMap { confidence, words in
      let keys = compared.uncertainChoices.filter { $0.confidence == confidence }.map(\.key)
      return keys.isEmpty ? nil : "\(words): \(keys.joined(separator: ", "))"
    }
    return parts.isEmpty ? [] : ["Of the protocol, \(parts.joined(separator: "; "))."]
  }

  /// Which runs the numbers are of.
  private var runNotes: [String] {
    var configs: [(name: String, run: FoundRun)] = []
    for cell in compared.cells.joined() {
      guard case .score(_, let run) = cell.own, let config = cell.config,
        !configs.contains(where: { $0.name == config && $0.run.url == run.url })
      else { continue }
      configs.append((config, run))
    }
    return configs.map { name, run in
      "Ours of \(name): \(surroundings.displayName(of: run.url)), hash \(run.result.hash.prefix(12))."
    }
  }

  /// Which runs are missing, and what gives them.
  private var missingNotes: [String] {
    var configs: [String] = []
    for cell in compared.cells.joined() {
      guard case .noRun = cell.own, let config = cell.config, !configs.contains(config) else {
        continue
      }
      configs.append(config)
    }
    return configs.map { "No run: evaluate --config \($0) --data DIR" }
  }

  /// Why numbers beside each other are not compared.
  private var reasonNotes: [String] {
    var reasons: [(reason: String, cells: [String])] = []
    for (row, cells) in zip(compared.reference.rows, compared.cells) {
      for (column, cell) in zip(compared.reference.columns, cells) {
        guard let reason = cell.reasonAgainstComparing else { continue }
        let name = "\(row.texts.joined(separator: " ")), \(column.title)"
        if let place = reasons.firstIndex(where: { $0.reason == reason }) {
          reasons[place].cells.append(name)
        } else {
          reasons.append((reason, [name]))
        }
      }
    }
    return reasons.map { "No difference (\($0.cells.joined(separator: "; "))): \($0.reason)." }
  }

  /// The runs that came near and were not taken.
  private var leftOutNotes: [String] {
    compared.leftOut.map { left in
      """
      Not taken: \(surroundings.displayName(of: left.run.url)): \
      \(left.deviations.map(\.description).joined(separator: "; ")).
      """
    }
  }
}

extension ComparedTable.Cell {
  /// The cell as a value for tables.
  var comparison: ComparisonTable.Cell {
    let own: ComparisonTable.Cell.Own =
      switch self.own {
      case .none, .score(nil, _): .none
      case .noRun: .noRun
      case .score(let value?, _): .value(value)
      }
    return ComparisonTable.Cell(
      published: paper?.value, publishedDigits: paper?.fractionDigits ?? 2, own: own,
      isComparable: reasonAgainstComparing == nil)
  }
}
