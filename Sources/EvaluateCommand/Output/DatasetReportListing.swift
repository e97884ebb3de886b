import Datasets
import Evaluation
import Reporting

/// What a check found, for the person at the terminal: labels, trivial scores, problems.
struct DatasetReportListing {
  /// How many labels outside the table are shown; a photograph taken for a label map has hundreds.
  private static let shownUnknownLabels = 12

  private let report: DatasetReport

  init(_ report: DatasetReport) {
    self.report = report
  }

  /// The listing for the terminal.
  func text(styled isStyled: Bool) -> String {
    var parts: [String] = []
    if !report.classCounts.isEmpty {
      parts.append(classes.rendered(as: .terminal, styled: isStyled))
    }
    if !report.labels.isEmpty { parts.append(labels.rendered(as: .terminal, styled: isStyled)) }
    if let scores = report.trivialScores, scores.majorityClass != nil {
      parts.append(table(of: scores).rendered(as: .terminal, styled: isStyled))
    }
    return (parts + [verdict]).joined(separator: "\n")
  }

  private var title: String {
    DemoStamp(of: report.demo).prefix + report.dataset + (report.split.map { " \($0)" } ?? "")
  }

  /// One row a value of the label maps.
  private var labels: Table {
    let unknown = report.labels.filter { $0.meaning == .unknown }
    let hidden = unknown.dropFirst(Self.shownUnknownLabels)
    let largest = unknown.prefix(Self.shownUnknownLabels).last?.value ?? 0
    let namesEncodings = Set(report.labels.map(\.encoding)).count > 1
    let total = Double(report.labels.reduce(0) { $0 + $1.count.pixels })
    var table = Table(
      title: "\(title): labels",
      columns: [
        Table.Column("Label"), Table.Column("Class", alignment: .leading), Table.Column("Pixels"),
        Table.Column("%"), Table.Column("Images"),
      ])
    for row in report.labels where row.meaning != .unknown || row.value <= largest {
      table.append([
        .text("\(row.value)" + (namesEncodings ? " (\(row.encoding.rawValue))" : "")),
        .text(name(of: row.meaning)), .number(Double(row.count.pixels), .count),
        .number(100 * Double(row.count.pixels) / total, .percent),
        .number(Double(row.count.maps), .count),
      ])
    }
    if !hidden.isEmpty {
      table.notes.append("\(hidden.count) more labels are outside the table.")
    }
    if !report.classesNeverSeen.isEmpty {
      let names = report.classesNeverSeen.map { report.classNames[$0] }
      table.notes.append("Never seen: \(names.joined(separator: ", ")).")
    }
    return table
  }

  /// One row a class, where it is only known which images show it.
  private var classes: Table {
    var table = Table(
      title: "\(title): classes",
      columns: [
        Table.Column("Class", alignment: .leading), Table.Column("Images"),
        Table.Column("Undecided"),
      ],
      notes: ["\(report.imagesWithoutClass) images show none of the classes."])
    for (name, count) in zip(report.classNames, report.classCounts) {
      table.append([
        .text(name), .number(Double(count.shown), .count), .number(Double(count.undecided), .count),
      ])
    }
    return table
  }

  private func name(of meaning: LabelMeaning) -> String {
    switch meaning {
    case .scored(let trainID): report.classNames[trainID]
    case .ignored: "(not scored)"
    case .unknown: "OUTSIDE THE TABLE"
    }
  }

  private func table(of scores: TrivialScores) -> Table {
    func percent(_ ratio: Double?) -> Table.Cell { .number(ratio.map { 100 * $0 }, .percent) }
    var table = Table(
      title: "\(title): what answers score that look at no image",
      columns: [
        Table.Column("Answer", alignment: .leading), Table.Column("mIoU"), Table.Column("aAcc"),
      ],
      notes: [
        "In percent. Foreground everywhere: the mean over classes, by the explainability task."
      ])
    table.append([.text("foreground everywhere"), percent(scores.allForeground), .missing])
    let majority = scores.majorityClass.map { report.classNames[$0] } ?? ""
    table.append([
      .text("\(majority) everywhere"), percent(scores.majorityMIoU),
      percent(scores.majorityAccuracy),
    ])
    return table
  }

  /// Every kind of problem with its number and the first of them, or that there is none.
  private var verdict: String {
    let images = report.imageCount.map { "\($0) images" } ?? "no images"
    let lines = DatasetProblem.Kind.allCases.flatMap { kind -> [String] in
      let count = report.problems.counts[kind] ?? 0
      let kept = report.problems.kept(of: kind)
      let more = count - kept.count
      return kept.map { "\(kind.rawValue): \($0.message)\n" }
        + (more > 0 ? ["\(kind.rawValue): and \(more) more\n"] : [])
    }
    guard !report.isSound else {
      return lines.joined() + "\(title): \(images), nothing is wrong.\n"
    }
    let count = report.problems.count
    let unread =
      report.labels.isEmpty && report.classNames.isEmpty
      ? "No label map was read: mend the above first.\n" : ""
    return lines.joined()
      + "\(unread)\(title): \(images), \(count) \(count == 1 ? "problem" : "problems").\n"
  }
}
