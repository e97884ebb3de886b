import Evaluation
import Metrics
import Reporting

/// A comparison with a baseline, as a table and as JUnit's XML.
struct GateListing {
  let report: GateReport

  /// What the run is called.
  let run: String

  /// What the baseline is called.
  let baseline: String

  /// How the intervals were made, where there are some.
  let resampling: ResamplingOptions

  /// Enough digits to see a change that counts.
  private static let digits = NumberFormat(fractionDigits: 3)
  private static let changeDigits = NumberFormat(fractionDigits: 3, showsPlus: true)

  /// The comparisons, one a row.
  var table: Table {
    var table = Table(
      title: "\(run) against \(baseline): \(report.verdict.rawValue)",
      columns: [
        Table.Column("Method", alignment: .leading), Table.Column("What", alignment: .leading),
        Table.Column("Baseline"), Table.Column("Run"), Table.Column("Change"),
      ] + (hasIntervals ? [Table.Column("From"), Table.Column("To")] : []) + [
        Table.Column("Tolerance"), Table.Column("Verdict", alignment: .leading),
        Table.Column("Remark", alignment: .leading),
      ],
      notes: notes)
    for check in report.checks {
      let change = check.got.flatMap { got in check.expected.map { got - $0 } }
      let interval: [Table.Cell] = [
        .number(check.interval?.lowerBound, Self.changeDigits),
        .number(check.interval?.upperBound, Self.changeDigits),
      ]
      table.append(
        [
          .text(check.method ?? "–"), .text(check.subject.name),
          .number(check.expected, Self.digits), .number(check.got, Self.digits),
          .number(change, Self.changeDigits),
        ] + (hasIntervals ? interval : []) + [
          .number(check.tolerance, Self.digits), .text(check.verdict.rawValue),
          .text(check.remark ?? ""),
        ])
    }
    return table
  }

  /// The comparisons as tests.
  var junit: JUnitReport {
    JUnitReport(
      name: "\(run) against \(baseline)",
      cases: report.checks.map { check in
        let words = words(on: check)
        let outcome: JUnitCase.Outcome =
          switch check.verdict {
          case .holds: .passed
          case .regressed: .failed(words ?? check.verdict.rawValue)
          case .unknown: .errored(words ?? check.verdict.rawValue)
          }
        let isToBeSaid = check.remark != nil || check.interval != nil
        return JUnitCase(
          group: check.method ?? run, name: check.subject.name, outcome: outcome,
          output: outcome == .passed && isToBeSaid ? words : nil)
      })
  }

  /// What there is to say of a comparison; `nil` for nothing.
  private func words(on check: GateCheck) -> String? {
    let numbers = check.got.flatMap { got in
      check.expected.map {
        "\(Self.digits.string(from: got)), baseline \(Self.digits.string(from: $0))"
      }
    }
    let interval = check.interval.map {
      """
      \(resampling.intervalName) of the change \(Self.changeDigits.string(from: $0.lowerBound)) to \
      \(Self.changeDigits.string(from: $0.upperBound))
      """
    }
    let known = [numbers, interval].compactMap(\.self)
    guard !known.isEmpty else { return check.remark }
    return [check.remark, "(" + known.joined(separator: "; ") + ")"].compactMap(\.self)
      .joined(separator: " ")
  }

  private var hasIntervals: Bool { report.checks.contains { $0.interval != nil } }

  /// By what the run is judged, and how the intervals were made.
  private var notes: [String] {
    guard let intervals = report.intervals else { return [rule] }
    guard !intervals.isEmpty else {
      return [rule, "\(intervals.unitsInWords) are too few for intervals."]
    }
    var notes = [
      rule,
      """
      From and to: where the change may lie by the choice of images. \
      \(resampling.words(drawing: intervals.cluster))
      """,
    ]
    if intervals.shownClassCount < intervals.classCount {
      let rare = intervals.rareClasses.joined(separator: ", ")
      notes.append(
        """
        Intervals of means over classes are over the \(intervals.shownClassCount) of \
        \(intervals.classCount) classes that enough \(intervals.cluster.plural) show\
        \(rare.isEmpty ? "" : "; too few show \(rare)").
        """)
    }
    return notes
  }

  /// By what the run is judged, in words.
  private var rule: String {
    switch report.rule {
    case .sameKernels(let kernels?):
      "Both computed with \(kernels): all counts and scores must be the same."
    case .sameKernels(nil): "No model ran for either: all counts and scores must be the same."
    case .otherKernels(let baseline, let run):
      """
      The baseline was computed with \(baseline ?? "no model"), the run with \(run ?? "no model"): \
      last bits differ, and each score may be worse by its tolerance\
      \(report.intervals == nil ? "" : ", or by what the choice of images explains").
      """
    case .expectations:
      "What the experiment expects, each score within its tolerance either way."
    }
  }
}

extension GateCheck.Subject {
  /// The subject's name in a table.
  fileprivate var name: String {
    switch self {
    case .experiment: "experiment"
    case .row: "row"
    case .counts: "counts"
    case .images: "images"
    case .score(let score): score.rawValue
    }
  }
}
