import Evaluation
import Metrics
import Reporting

extension RunReport {
  /// The first score of each row with its interval, and all scores in a table.
  var scores: [HTMLNode] {
    let cards = HTMLNode("div", ["class": "cards"], subjects.map(card))
    let tables = zip(runs, intervals).map { run, intervals in
      [ResultTables(run.result).tables.last, intervals.table].compactMap { $0?.html }
    }
    return [cards]
      + (comparison?.tables.filter { $0.columns[0].title == "Score" } ?? []).map(\.html)
      + tables.joined()
  }

  private func card(of subject: ReportSubject) -> HTMLNode {
    guard let score = result.task.scores.first else { return HTMLNode("div", []) }
    let value = (subject.row.metrics[score] ?? nil).map { NumberFormat.percent.string(from: $0) }
    return HTMLNode(
      "div", ["class": "card"],
      [
        HTMLNode("h3", [.text(subject.label)]),
        HTMLNode("p", ["class": "headline"], [.text("\(score.rawValue) \(value ?? "–")")]),
        HTMLNode("p", [.text(interval(of: score, in: subject))]),
      ])
  }

  private func interval(of score: ScoreName, in subject: ReportSubject) -> String {
    guard let interval = subject.uncertainty.summary[score] else {
      return "No interval: \(subject.uncertainty.units) images are too few."
    }
    let numbers = [interval.estimate, interval.lower, interval.upper].map {
      NumberFormat.percent.string(from: $0 * 100)
    }
    let classes = subject.uncertainty.classes.count
    guard !subject.uncertainty.rareClasses.isEmpty else {
      return "\(intervalName) \(numbers[1]) to \(numbers[2]), by the choice of images alone."
    }
    return """
      Over the \(classes) of \(subject.row.perClass.count) classes that enough images show: \
      \(numbers[0]), \(intervalName) \(numbers[1]) to \(numbers[2]), by the choice of images alone.
      """
  }
}
