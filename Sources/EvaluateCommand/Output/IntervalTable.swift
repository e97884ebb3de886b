import Evaluation
import Metrics
import Reporting

/// The intervals of a run's scores.
struct IntervalTable {
  private let run: RecordedRun

  /// The intervals of each row of the run.
  let uncertainties: [ScoreUncertainty]

  private let cluster: ImageCluster
  private let resampling: String

  /// Resamples a run.
  init(of run: RecordedRun, by options: ResamplingOptions) {
    self.run = run
    cluster = options.cluster ?? run.usualCluster
    uncertainties = run.uncertainties(by: options.bootstrap, drawing: cluster)
    resampling = options.words(drawing: cluster)
  }

  /// The table for the terminal.
  func text(styled isStyled: Bool) -> String {
    table.rendered(as: .terminal, styled: isStyled)
  }

  /// The table, a row for each score with an interval.
  var table: Table {
    var table = Table(
      title:
        "\(DemoStamp(of: run.result.demo).prefix)Intervals: \(rescoring.images(run.ids.count))",
      columns: ["Method", "Score"].map { Table.Column($0, alignment: .leading) }
        + ["all classes", "often shown", "from", "to"].map { Table.Column($0) })
    for (row, uncertainty) in zip(run.result.rows, uncertainties) {
      let scores = run.result.task.scores.filter { uncertainty.summary[$0] != nil }
      for (index, score) in scores.enumerated() {
        guard let interval = uncertainty.summary[score] else { continue }
        table.append(
          [
            .text(index == 0 ? row.method : ""), .text(score.rawValue),
            .number(row.metrics[score] ?? nil, .percent),
            .number(interval.estimate * 100, .percent), .number(interval.lower * 100, .percent),
            .number(interval.upper * 100, .percent),
          ], startingGroup: index == 0 && row.method != run.result.rows[0].method)
      }
    }
    table.notes = notes
    return table
  }

  private var rescoring: RescoringStamp { RescoringStamp(of: run.rescoring) }

  private var notes: [String] {
    guard let uncertainty = uncertainties.first else { return [] }
    let names = run.result.rows.first?.perClass.map(\.name) ?? []
    var notes = ["In percent. \(resampling)"]
    if uncertainty.summary.isEmpty {
      notes.append("\(uncertainty.units) \(cluster.plural) are too few for intervals.")
    } else if !uncertainty.rareClasses.isEmpty {
      notes.append(
        """
        often shown: the means over \(uncertainty.classes.count) of \(names.count) classes, of which \
        the intervals are. Shown by too few \(cluster.plural): \
        \(uncertainty.rareClasses.map { names[$0] }.joined(separator: ", ")).
        """)
    }
    return notes + rescoring.notes + DemoStamp(of: run.result.demo).notes
  }
}
