import Evaluation
import Foundation
import Reporting

extension RunReport {
  /// How the images scored, and what the worst, middle and best ones look like.
  var images: [HTMLNode] {
    get throws {
      guard result.task != .recognition else {
        return [note("\(ComparisonError.noImageScores(task: result.task.rawValue)).")]
      }
      var nodes: [HTMLNode] = []
      var last: ImageScores?
      for (index, subject) in subjects.enumerated() {
        let scores = try subject.run.imageScores(ofRow: subject.row.method, forClass: nil)
        let values = scores.images.map { $0.score * 100 }
        let lowest = min(0, ((values.min() ?? 0) / 100).rounded(.down) * 100)
        let histogram = Histogram(
          of: values, title: "\(subject.label): images by \(scores.title), in percent",
          in: lowest...100)
        nodes += [
          HTMLNode("h3", [.text(histogram.title)]), histogram.html(series: index),
        ]
        last = scores
      }
      guard let last else { return nodes }
      nodes.append(
        note(
          """
          \(last.meaning) The score of all images together is no mean of these. The upright line: the \
          median.
          """))
      return nodes + (try ranks(of: last))
    }
  }

  /// The worst, middle and best images by the last row.
  private func ranks(of scores: ImageScores) throws -> [HTMLNode] {
    let ranks = ImageRanks(scores)
    var nodes: [HTMLNode] = []
    var legend = ReportLegend(result)
    for rank in ranks.groups {
      nodes.append(HTMLNode("h3", [.text("\(rank.heading) by \(scores.row)")]))
      guard let gallery else {
        nodes.append(ranks.table(of: rank, title: scores.title, stamp: stamp).html)
        continue
      }
      for image in rank.images {
        guard let pictures = try gallery.image(image.id) else { continue }
        legend.mention(pictures)
        nodes += try ReportPictures(pictures, labels: subjects.map(\.label), in: legend)
          .nodes(score: image.score, named: scores.title)
      }
    }
    guard let gallery else {
      return nodes + [note(Self.howToGetPictures(of: result.task))]
    }
    return [legend.html(in: gallery.palette)] + nodes
  }

  private static func howToGetPictures(of task: TaskKind) -> String {
    task == .segmentation
      ? """
      Pictures: run with --save-predictions, and name the experiment with --config (and --data) for \
      this report.
      """
      : "Pictures are drawn of segmentations alone; evaluate explain draws those of one image."
  }
}
