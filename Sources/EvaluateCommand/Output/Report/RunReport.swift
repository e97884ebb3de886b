import Evaluation
import Reporting

/// A run, or two side by side, as one page.
struct RunReport {
  /// The runs.
  let runs: [RecordedRun]

  /// The intervals of each run.
  let intervals: [IntervalTable]

  /// What an interval is called, with the share of such that hold the true score.
  let intervalName: String

  /// The rows that are looked at closely.
  let subjects: [ReportSubject]

  /// What is between two runs.
  let comparison: ComparisonTables?

  /// Where pictures come from, where they are wanted.
  let gallery: SegmentationGallery?

  /// The result that stands for both: runs that are compared have one task and one list of classes.
  var result: ResultDocument { runs[0].result }

  /// The page.
  ///
  /// - Throws: Whatever is wrong with a file that a picture needs.
  var document: HTMLDocument {
    get throws {
      let name = runs.map { $0.result.experiment["name"]?.text ?? "run" }
        .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        .joined(separator: " and ")
      let title = "\(DemoStamp(of: demo).prefix)\(name): \(result.task.rawValue)"
      let parts = [
        ("scores", "Scores", scores), ("protocol", "Protocol", protocolSection),
        ("classes", "Classes", classes), ("confusions", "Confusions", confusions),
        ("images", "Images", try images), ("run", runs.count == 1 ? "Run" : "Runs", execution),
      ]
      let contents = HTMLNode(
        "nav", ["aria-label": "Contents"],
        [
          HTMLNode(
            "ul", ["class": "swatches"],
            parts.map { id, heading, _ in
              HTMLNode("li", [HTMLNode("a", ["href": "#\(id)"], [.text(heading)])])
            })
        ])
      let stamp = DemoStamp(of: demo).notes.map { note in
        HTMLNode("p", ["class": "demo"], [.text(note)])
      }
      return HTMLDocument(
        title: title,
        body: [
          HTMLNode("header", [HTMLNode("h1", [.text(title)])] + stamp + [contents]),
          HTMLNode(
            "main",
            parts.map { id, heading, nodes in
              HTMLNode("section", ["id": id], [HTMLNode("h2", [.text(heading)])] + nodes)
            }),
        ])
    }
  }

  /// What stands before the title of a table of scores.
  var stamp: String { DemoStamp(of: demo).prefix }

  private var demo: String? { runs.compactMap(\.result.demo).first }

  /// A paragraph of what the reader should know.
  func note(_ text: String) -> HTMLNode {
    HTMLNode("p", ["class": "note"], [.text(text)])
  }
}
