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

  /// Enough digits to see a change that counts.
  private static let digits = NumberFormat(fractionDigits: 3)

  /// The comparisons, one a row.
  var table: Table {
    var table = Table(
      title: "\(run) against \(baseline): \(report.verdict.rawValue)",
      columns: [
        Table.Column("Method", alignment: .leading), Table.Column("What", alignment: .leading),
        Table.Column("Baseline"), Table.Column("Run"), Table.Column("Change"),
        Table.Column("Tolerance"), Table.Column("Verdict", alignment: .leading),
        Table.Column("Remark", alignment: .leading),
      ],
      notes: [rule])
    for check in report.checks {
      let change = check.got.flatMap { got in check.expected.map { got - $0 } }
      table.append([
        .text(check.method ?? "–"), .text(check.subject.name),
        .number(check.expected, Self.digits), .number(check.got, Self.digits),
        .number(change, Self.digits), .number(check.tolerance, Self.digits),
        .text(check.verdict.rawValue), .text(check.remark ?? ""),
      ])
    }
    return table
  }

  /// The comparisons as tests.
  var junit: JUnitReport {
    JUnitReport(
      name: "\(run) against \(baseline)",
      cases: report.checks.map { check in
        let numbers = check.got.flatMap { got in
          check.expected.map {
            " (\(Self.digits.string(from: got)), baseline \(Self.digits.string(from: $0)))"
          }
        }
        let reason = (check.remark ?? check.verdict.rawValue) + (numbers ?? "")
        let outcome: JUnitCase.Outcome =
          switch check.verdict {
          case .holds: .passed
          case .regressed: .failed(reason)
          case .unknown: .errored(reason)
          }
        return JUnitCase(
          group: check.method ?? run, name: check.subject.name, outcome: outcome)
      })
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
      last bits differ, and each score may be worse by its tolerance.
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
    case .score(let score): score.rawValue
    }
  }
}
