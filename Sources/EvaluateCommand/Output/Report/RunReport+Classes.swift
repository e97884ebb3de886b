import Evaluation
import Metrics
import Reporting

extension RunReport {
  private static let mostConfusions = 15

  /// The scores of the classes as bars and as tables.
  var classes: [HTMLNode] {
    let score = TaskTables(result).classScores[0]
    let chart = BarChart(
      title: "\(score.title.title) by class, in percent", series: subjects.map(\.label),
      groups: subjects[0].row.perClass.enumerated().map { index, classRow in
        BarChart.Group(
          classRow.name, bars: subjects.map { bar(of: index, score.score, in: $0) })
      })
    let tables =
      comparison?.tables.filter { $0.columns[0].title == "Class" }
      ?? ResultTables(result).tables.dropLast()
    return [
      HTMLNode("h3", [.text(chart.title)]), chart.html,
      note("Lines: where the score might have come out with other images; not for rare classes."),
    ] + tables.map(\.html)
  }

  private func bar(
    of index: Int, _ score: ResultRow.ClassRow.Score, in subject: ReportSubject
  ) -> BarChart.Bar? {
    guard let value = subject.row.perClass[index].scores[score] ?? nil else { return nil }
    let interval = subject.uncertainty.perClass[index].map {
      $0.lower * 100...max($0.lower, $0.upper) * 100
    }
    return BarChart.Bar(value, interval: interval)
  }

  /// Which classes were taken for which.
  var confusions: [HTMLNode] {
    let tables = subjects.compactMap { subject -> HTMLNode? in
      guard let pairs = subject.row.confusedPairs(most: Self.mostConfusions) else { return nil }
      let names = subject.row.perClass.map(\.name)
      var table = Table(
        title: "\(stamp)\(subject.label): the \(pairs.count) most confused pairs",
        columns: ["Truth", "Predicted"].map { Table.Column($0, alignment: .leading) }
          + ["Pixels", "Share of the class, %"].map { Table.Column($0) })
      for pair in pairs {
        table.append([
          .text(names[pair.truth]), .text(pair.prediction.map { names[$0] } ?? "nothing"),
          .number(Double(pair.pixels), .count), .number(pair.shareOfTruth * 100, .percent),
        ])
      }
      return table.html
    }
    return tables.isEmpty
      ? [note("\(result.task.rawValue) counts no confusions between classes.")] : tables
  }
}
