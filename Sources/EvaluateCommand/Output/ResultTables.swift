import Evaluation
import Metrics
import Reporting

/// A run's tables: the classes one by one, then a row a method.
struct ResultTables {
  private let result: ResultDocument

  init(_ result: ResultDocument) {
    self.result = result
  }

  /// The tables for the terminal.
  func text(styled isStyled: Bool) -> String {
    guard let first = result.rows.first else { return "" }
    let tables = SegmentationTables(
      title: title, classNames: first.perClass.map(\.name),
      policy: result.absentClassPolicy ?? .predictedCountsZero, leftOut: first.leftOutOfMeans,
      methods: result.rows.map { row in
        MethodScores(
          method: row.method, metrics: row.metrics.compactMapValues { $0 },
          classIoU: row.perClass.map(\.iou))
      })
    return tables.perClass.rendered(as: .terminal, styled: isStyled) + "\n"
      + tables.summary.rendered(as: .terminal, styled: isStyled)
  }

  private var title: String {
    let experiment = result.experiment
    let name = experiment["name"]?.text ?? "run"
    let kind = experiment["content", "dataset", "kind"]?.text ?? "data set"
    let preset = experiment["description", "protocol", "preset"]?.text ?? "unknown"
    return "\(name): \(kind), \(result.rows.first?.images ?? 0) images, protocol \(preset)"
  }
}
