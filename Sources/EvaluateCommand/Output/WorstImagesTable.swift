import Evaluation
import Reporting

/// The images on which a run was worst.
struct WorstImagesTable {
  private let scores: ImageScores
  private let count: Int
  private let run: RecordedRun

  /// Prepares a table of the first so many images.
  init(of scores: ImageScores, count: Int, in run: RecordedRun) {
    self.scores = scores
    self.count = count
    self.run = run
  }

  /// The table for the terminal.
  func text(styled isStyled: Bool) -> String {
    let worst = scores.images.sorted { ($0.score, $0.id) < ($1.score, $1.id) }.prefix(count)
    var table = Table(
      title: """
        \(DemoStamp(of: run.result.demo).prefix)\(scores.row): the worst \(worst.count) of \
        \(scores.images.count) images\(scores.className.map { " with \($0)" } ?? "")
        """,
      columns: [Table.Column("Image", alignment: .leading), Table.Column(scores.title)])
    for image in worst {
      table.append([.text(image.id), .number(image.score * 100, .percent)])
    }
    table.notes =
      ["In percent. \(scores.meaning)"] + RescoringStamp(of: run.rescoring).notes
      + DemoStamp(of: run.result.demo).notes
    return table.rendered(as: .terminal, styled: isStyled)
  }
}
