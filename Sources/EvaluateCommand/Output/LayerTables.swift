import DemoWorld
import Evaluation
import Metrics
import Reporting

/// What was found in the layers of a network, as tables.
struct LayerTables {
  private let report: LayerDiagnosis.Report
  private let title: String
  private let stamp: DemoStamp

  /// Lays out a report.
  init(_ report: LayerDiagnosis.Report, of experiment: Experiment) {
    self.report = report
    stamp = DemoStamp(of: experiment.demo?.summary)
    title = """
      \(stamp.prefix)\(experiment.file.name): \(report.scores.images) images at \(report.inputSize)
      """
  }

  /// The tables.
  var all: [Table] { [cosines, attention, redundancy] }

  /// One row a block: how what its layers add goes with the image's feature.
  private var cosines: Table {
    var table = Table(
      title: "\(title): cosine of each layer's output with the class token's",
      columns: [Table.Column("Block")] + LayerMeasure.allCases.map { Table.Column($0.rawValue) },
      notes: [
        """
        Outputs for the class token, on the path as trained; the mean over the images. Through ln_post \
        and the projection, with the image's feature (inferred: what the paper's 0.1231 for the last \
        FFN is); in stream: as they are added, with the class token behind the last block.
        """
      ] + stamp.notes)
    for block in report.scores.queryKey.indices {
      table.append(
        [.text("\(block + 1)")]
          + LayerMeasure.allCases.map {
            .number(report.scores.cosines[$0]?[block] ?? nil, NumberFormat(fractionDigits: 4))
          })
    }
    return table
  }

  /// One row a block: whether the patches of a class attend to each other.
  private var attention: Table {
    let scores = report.scores
    func percent(_ ratio: Double?) -> Table.Cell { .number(ratio.map { 100 * $0 }, .percent) }
    var table = Table(
      title: "\(title): attention foreground ratio (experimental)",
      columns: ["Block", "original path", "new path", "chance"].map { Table.Column($0) },
      notes: [
        """
        In percent: of the attention from patches of a class to patches, what falls on patches of the \
        class; chance: their share of the patches. Patches of which half or more is of the class; the \
        mean over heads, over images that show a class, over classes. The paper's mFSR is not public.
        """,
        """
        \(scores.pairs) pairs of an image and a class; \(scores.pairsWithoutForeground) left out of \
        which no patch is of the class, or every one.
        """,
      ] + stamp.notes)
    for block in scores.queryKey.indices {
      table.append([
        .text("\(block + 1)"), percent(scores.queryKey[block]), percent(scores.valueValue[block]),
        percent(scores.chance),
      ])
    }
    return table
  }

  /// One row a way of attention: how far maps lie from the empty text's.
  private var redundancy: Table {
    var table = Table(
      title: "\(title): distance of maps from the empty text's",
      columns: [Table.Column("Attention", alignment: .leading), Table.Column("L1")],
      notes: [
        """
        In percent: the mean absolute difference over the patches of the map of a class that is shown \
        and that of the empty text, both scaled from 0 to 1, without feature surgery (inferred); the \
        mean over images that show a class, then over classes. The nearer, the more is redundant.
        """
      ] + stamp.notes)
    for (way, distance) in zip(report.ways, report.scores.distances) {
      table.append([.text(way), .number(distance.map { 100 * $0 }, .percent)])
    }
    return table
  }
}
