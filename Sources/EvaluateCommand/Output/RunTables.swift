import Evaluation
import Foundation
import Logging
import Metrics
import Reporting

/// Any runs, one table a task.
struct RunTables {
  private let runs: [Line]

  /// A run with what tables say of it.
  private struct Line {
    let name: String
    let dataset: String
    let model: String
    let kind: String
    let result: ResultDocument
  }

  /// Names the runs; a name that two experiments share gives way to the folders' names.
  init(_ runs: [FoundRun], in surroundings: Surroundings) {
    let names = runs.map { $0.result.experiment["name"]?.text ?? "run" }
    self.runs = zip(runs, names).map { run, name in
      let isAlone = names.count { $0 == name } == 1
      let dataset = run.result.experiment["content", "dataset"]
      let kind = dataset?["kind"]?.text ?? "unknown"
      let split = dataset?["split"]?.text.map { " \($0)" } ?? ""
      return Line(
        name: isAlone ? name : surroundings.displayName(of: run.url),
        dataset: DemoStamp(of: run.result.demo).prefix + kind + split,
        model: run.result.modelName, kind: kind, result: run.result)
    }
  }

  /// The tables in one of the forms.
  ///
  /// CSV has one table for all tasks; as it has no place for notes, what makes runs incomparable goes to
  /// the log.
  func text(as format: TableFormat, warning logger: Logger) -> String {
    let tasks = TaskKind.allCases.filter { !lines(of: $0).isEmpty }
    if format == .csv {
      for difference in tasks.flatMap(differences) { logger.warning("\(difference)") }
      return records.rendered(as: .csv)
    }
    return tasks.map(table)
      .map { $0.rendered(as: format, styled: Terminal.standardOutput.allowsStyle) }
      .joined(separator: "\n")
  }

  private func lines(of task: TaskKind) -> [Line] { runs.filter { $0.result.task == task } }

  /// The runs of a task by the kinds of their data sets, in the order in which those occur.
  private func linesByKind(of task: TaskKind) -> [[Line]] {
    var groups: [[Line]] = []
    for line in lines(of: task) {
      if let place = groups.firstIndex(where: { $0[0].kind == line.kind }) {
        groups[place].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  private func differences(in task: TaskKind) -> [String] {
    linesByKind(of: task).flatMap { lines in
      RunDifference.between(lines.map(\.result)).map { difference in
        let values = difference.values.map { value in
          "\(value.words) in \(value.runs.map { lines[$0].name }.joined(separator: ", "))"
        }
        return """
          Not comparable, \(task.rawValue) on \(lines[0].kind): \(difference.key) is \
          \(values.joined(separator: "; ")).
          """
      }
    }
  }

  private func table(of task: TaskKind) -> Table {
    let demos = Set(lines(of: task).compactMap(\.result.demo)).sorted()
    var table = Table(
      title: "\(DemoStamp(of: demos.first).prefix)\(task.rawValue)",
      columns: ["Run", "Data set", "Model", "Method"].map { Table.Column($0, alignment: .leading) }
        + [Table.Column("Images")] + task.scores.map { Table.Column($0.rawValue) })
    for lines in linesByKind(of: task) {
      let first = table.rows.count
      for line in lines {
        for row in line.result.rows {
          table.append(
            [
              .text(line.name), .text(line.dataset), .text(line.model), .text(row.method),
              .number(Double(row.images), .count),
            ] + task.scores.map { Self.cell(row, $0) },
            startingGroup: table.rows.count == first && first > 0)
        }
      }
      guard RunDifference.between(lines.map(\.result)).isEmpty else { continue }
      for (column, score) in task.scores.enumerated() where score.moreIsBetter {
        table.markBest(inColumn: column + 5, ofRows: first..<table.rows.count)
      }
    }
    table.notes =
      [
        task == .explainability
          ? "In percent. mIoU: at the best threshold by the truth itself." : "In percent."
      ]
      + differences(in: task) + demos.flatMap { DemoStamp(of: $0).notes }
    return table
  }

  /// All tasks in one table, for other programs.
  private var records: Table {
    let scores = ScoreName.allCases.filter { score in
      runs.contains { $0.result.task.scores.contains(score) }
    }
    var table = Table(
      title: "",
      columns: (["task", "run", "data set", "model", "method", "images"] + scores.map(\.rawValue)
        + ["hash"]).map { Table.Column($0) })
    for task in TaskKind.allCases {
      for line in lines(of: task) {
        for row in line.result.rows {
          table.append(
            [
              .text(task.rawValue), .text(line.name), .text(line.dataset), .text(line.model),
              .text(row.method), .number(Double(row.images), .count),
            ] + scores.map { Self.cell(row, $0) } + [.text(line.result.hash)])
        }
      }
    }
    return table
  }

  private static func cell(_ row: ResultRow, _ score: ScoreName) -> Table.Cell {
    .number(row.metrics[score] ?? nil, score.isPercentage ? .percent : .ratio)
  }
}
