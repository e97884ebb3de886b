import Evaluation
import Metrics
import Reporting

/// A comparison's tables: for each pair of rows the scores, then the classes.
struct ComparisonTables {
  private static let difference = NumberFormat(fractionDigits: 2, showsPlus: true)
  private static let chance = NumberFormat(fractionDigits: 4)

  private let comparison: RunComparison
  private let result: ResultDocument
  private let resampling: String

  /// Prepares the tables.
  ///
  /// - Parameters:
  ///   - comparison: What was compared.
  ///   - result: The first of the runs.
  ///   - resampling: How the intervals were made, in words.
  init(_ comparison: RunComparison, of result: ResultDocument, resampling: String) {
    self.comparison = comparison
    self.result = result
    self.resampling = resampling
  }

  /// The tables in one of the forms.
  func text(as format: TableFormat) -> String {
    tables.map { $0.rendered(as: format, styled: Terminal.standardOutput.allowsStyle) }
      .joined(separator: "\n")
  }

  /// The tables, for each pair of rows that of the classes and then the summary.
  var tables: [Table] {
    comparison.pairs.flatMap { [classes(of: $0), summary(of: $0)] }
  }

  private func title(of pair: RunComparison.Pair) -> String {
    let stamp = DemoStamp(of: result.demo).prefix
    let names =
      pair.first.method == pair.second.method
      ? pair.first.method : "\(pair.first.method) → \(pair.second.method)"
    let images = RescoringStamp(of: comparison.rescorings.first).images(comparison.images)
    return "\(stamp)\(names): \(result.task.rawValue), \(images)"
  }

  private func columns(of what: String) -> [Table.Column] {
    [Table.Column(what, alignment: .leading)]
      + ["first", "second", "difference", "from", "to", "p"].map { Table.Column($0) }
  }

  private func summary(of pair: RunComparison.Pair) -> Table {
    var table = Table(title: title(of: pair), columns: columns(of: "Score"))
    for score in result.task.scores {
      let (first, second) = (pair.first.metrics[score] ?? nil, pair.second.metrics[score] ?? nil)
      table.append(
        cells(
          score.rawValue, first, second, interval: pair.uncertainty.summary[score],
          scale: score.scale,
          chance: pair.significance.summary[score]))
    }
    table.notes = notes(of: pair)
    return table
  }

  private func classes(of pair: RunComparison.Pair) -> Table {
    let score = TaskTables(result).classScores[0]
    var table = Table(
      title: "\(title(of: pair)): \(score.title.title) by class", columns: columns(of: "Class"))
    for (index, classRow) in pair.first.perClass.enumerated() {
      table.append(
        cells(
          classRow.name, classRow.scores[score.score] ?? nil,
          pair.second.perClass[index].scores[score.score] ?? nil,
          interval: pair.uncertainty.perClass[index], scale: 100,
          chance: pair.significance.adjustedPerClass[index]))
    }
    table.notes = ["p: corrected for the number of classes (Holm)."]
    return table
  }

  private func cells(
    _ name: String, _ first: Double?, _ second: Double?, interval: ScoreInterval?, scale: Double,
    chance: Double?
  ) -> [Table.Cell] {
    let change = first.flatMap { first in second.map { $0 - first } }
    return [
      .text(name), .number(first, .percent), .number(second, .percent),
      .number(change, Self.difference),
      .number(interval.map { $0.lower * scale }, Self.difference),
      .number(interval.map { $0.upper * scale }, Self.difference),
      .number(chance, Self.chance),
    ]
  }

  private func notes(of pair: RunComparison.Pair) -> [String] {
    let names = pair.first.perClass.map(\.name)
    let (uncertainty, significance) = (pair.uncertainty, pair.significance)
    var notes = [
      resampling,
      """
      p: the chance of so large a difference if the runs were equally good, by \
      \(significance.permutations) \(significance.isExact ? "exchanges, all there are" : "random exchanges").
      """,
    ]
    if !uncertainty.rareClasses.isEmpty {
      notes.append(
        """
        Intervals and p of means are over \(uncertainty.classes.count) of \(names.count) classes; \
        shown by too few images: \(uncertainty.rareClasses.map { names[$0] }.joined(separator: ", ")).
        """)
    }
    if uncertainty.summary.isEmpty {
      notes.append(
        "\(uncertainty.units) \(comparison.cluster.plural) are too few for intervals.")
    }
    notes += comparison.differences.map { difference in
      "Not the same experiment: \(difference.key) is "
        + difference.values.map(\.words).joined(separator: ", then ") + "."
    }
    return notes + rescoringNotes + DemoStamp(of: result.demo).notes
  }

  /// How the scores are others than the runs' own, said once where it is the same for both.
  private var rescoringNotes: [String] {
    let (first, second) = comparison.rescorings
    let notes = [first, second].map { RescoringStamp(of: $0).notes }
    guard first != second else { return notes[0] }
    return notes[0].map { "First run: \($0)" } + notes[1].map { "Second run: \($0)" }
  }
}
