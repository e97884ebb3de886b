import Evaluation
import Reporting

/// The listing of the kinds of data sets: a table, then where each is from and how it lies.
struct DatasetListing {
  private let summaries: [DatasetSummary]

  /// Creates a listing of the kinds in the given order.
  init(_ summaries: [DatasetSummary]) {
    self.summaries = summaries
  }

  /// The listing for the terminal.
  func text(styled isStyled: Bool) -> String {
    var table = Table(
      title: "Data sets",
      columns: [
        Table.Column("Name", alignment: .leading), Table.Column("Classes"),
        Table.Column("Images"), Table.Column("Tasks", alignment: .leading),
      ],
      notes: [
        "Images: as published for the part that scores are quoted for. –: the data set's own."
      ])
    for summary in summaries {
      let counts = summary.kind.publishedImageCounts
      table.append([
        .text(summary.kind.rawValue), .number(summary.classCount.map(Double.init), .count),
        counts.isEmpty ? .missing : .text(counts.map(String.init).joined(separator: " or ")),
        .text(summary.kind.tasks.map(\.rawValue).joined(separator: ", ")),
      ])
    }
    return table.rendered(as: .terminal, styled: isStyled) + guides
  }

  /// What is said of each kind, once where several kinds read the same files.
  private var guides: String {
    var names: [String: [String]] = [:]
    var guides: [String] = []
    for summary in summaries {
      if names[summary.guide] == nil { guides.append(summary.guide) }
      names[summary.guide, default: []].append(summary.kind.rawValue)
    }
    return guides.map { guide in
      "\n\((names[guide] ?? []).joined(separator: ", "))\n\(guide)\n"
    }.joined()
  }
}
