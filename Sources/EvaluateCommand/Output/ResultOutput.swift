import Evaluation
import Foundation
import Metrics
import Reporting

/// A run's tables on standard output.
struct ResultOutput {
  private let result: ResultDocument
  private let notes: [String]

  /// Prepares the tables of a stored result.
  init(_ result: ResultDocument) {
    self.result = result
    notes = []
  }

  /// Prepares the tables of a run that has just ended.
  init(_ result: ResultDocument, of experiment: Experiment, in folder: URL) {
    self.result = result
    notes = ["Run folder: \(experiment.file.document.surroundings.displayName(of: folder))"]
  }

  /// Prints the classes one by one, then a row a method, then where the run lies.
  func print() {
    guard let first = result.rows.first else { return }
    let tables = SegmentationTables(
      title: title, classNames: first.perClass.map(\.name),
      policy: result.absentClassPolicy ?? .predictedCountsZero, leftOut: first.leftOutOfMeans,
      methods: result.rows.map { row in
        MethodScores(
          method: row.method, metrics: row.metrics.compactMapValues { $0 },
          classIoU: row.perClass.map(\.iou))
      })
    let styled = Terminal.standardOutput.allowsStyle
    Swift.print(tables.perClass.rendered(as: .terminal, styled: styled))
    Swift.print(tables.summary.rendered(as: .terminal, styled: styled), terminator: "")
    for note in notes { Swift.print("\n\(note)") }
  }

  private var title: String {
    let name = result.experiment["name"]?.text ?? "run"
    let preset = result.experiment["description", "protocol", "preset"]?.text ?? "unknown"
    let kind = result.experiment["content", "dataset", "kind"]?.text ?? "data set"
    let images = result.rows.first?.images ?? 0
    return "\(name): \(kind), \(images) images, protocol \(preset)"
  }
}
