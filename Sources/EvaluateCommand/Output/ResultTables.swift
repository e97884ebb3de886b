import Evaluation
import Metrics
import Reporting

/// A run's tables: the classes one by one, then a row a method.
struct ResultTables {
  /// How many rows a table of classes has columns for; of more, nobody could read it on a terminal.
  private static let mostRowsByClass = 8

  private let result: ResultDocument
  private let rescoring: RescoringStamp

  /// Prepares the tables of a run, which may be scored again.
  init(_ result: ResultDocument, rescored rescoring: Rescoring? = nil) {
    self.result = result
    self.rescoring = RescoringStamp(of: rescoring)
  }

  /// The tables for the terminal.
  func text(styled isStyled: Bool) -> String {
    tables.map { $0.rendered(as: .terminal, styled: isStyled) }.joined(separator: "\n")
  }

  /// The tables: the classes one by one unless the run has too many rows for them, and the summary last.
  var tables: [Table] {
    guard let first = result.rows.first else { return [] }
    let layout = TaskTables(result)
    let stamp = DemoStamp(of: result.demo)
    let showsClasses = result.rows.count <= Self.mostRowsByClass
    let hidden =
      showsClasses ? [] : ["The scores by class of these \(result.rows.count) rows: result.json."]
    let tables = ScoreTables(
      title: stamp.prefix + title, metrics: result.task.scores,
      classScores: layout.classScores.map(\.title),
      classNames: first.perClass.map(\.name), leftOut: first.leftOutOfMeans,
      notes: layout.notes + hidden + rescoring.notes + stamp.notes,
      meaningOfMissing: layout.meaningOfMissing,
      methods: result.rows.map { row in
        MethodScores(
          method: row.method, metrics: row.metrics.compactMapValues { $0 },
          perClass: layout.classScores.map { classScore in
            row.perClass.map { $0.scores[classScore.score] ?? nil }
          })
      })
    return (showsClasses ? tables.perClass : []) + [tables.summary]
  }

  private var title: String {
    let experiment = result.experiment
    let name = experiment["name"]?.text ?? "run"
    let kind = experiment["content", "dataset", "kind"]?.text ?? "data set"
    let preset = experiment["description", "protocol", "preset"]?.text ?? "unknown"
    let task = result.task == .segmentation ? "" : "\(result.task.rawValue), "
    let images = rescoring.images(result.rows.first?.images ?? 0)
    return "\(name): \(task)\(kind), \(images), protocol \(preset)"
  }
}
