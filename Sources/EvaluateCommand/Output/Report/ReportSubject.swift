import Evaluation
import Metrics
import Reporting

/// A row of a run that a report looks at closely.
struct ReportSubject {
  /// The run.
  let run: RecordedRun

  /// The row of its table.
  let row: ResultRow

  /// What the report calls it.
  let label: String

  /// The intervals of its scores.
  let uncertainty: ScoreUncertainty
}

extension ReportSubject {
  /// The rows of one run: the stated one, or all where they fit into one chart, or the last.
  ///
  /// - Throws: `ComparisonError.unknownRow` where there is no such row.
  static func rows(
    of run: RecordedRun, stated name: String?, intervals: IntervalTable
  ) throws -> [ReportSubject] {
    let names = run.result.rows.map(\.method)
    if let name, !names.contains(name) {
      throw ComparisonError.unknownRow(got: name, known: names, run: run.url)
    }
    let chosen =
      name.map { [$0] } ?? (names.count <= BarChart.mostSeries ? names : names.suffix(1))
    return zip(run.result.rows, intervals.uncertainties).filter { chosen.contains($0.0.method) }
      .map { ReportSubject(run: run, row: $0, label: $0.method, uncertainty: $1) }
  }

  /// The rows of a pair of runs.
  static func rows(
    of pair: RunComparison.Pair, in runs: [RecordedRun], intervals: [IntervalTable]
  ) -> [ReportSubject] {
    let parts = zip(["first", "second"], zip([pair.first, pair.second], zip(runs, intervals)))
    return parts.compactMap { place, part in
      let (row, (run, table)) = part
      guard let index = run.result.rows.firstIndex(where: { $0.method == row.method }) else {
        return nil
      }
      return ReportSubject(
        run: run, row: row, label: "\(place): \(row.method)",
        uncertainty: table.uncertainties[index])
    }
  }
}
