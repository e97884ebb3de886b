import Evaluation
import Reporting

/// The images on which a row did worst, best and in between.
struct ImageRanks {
  /// Some images that are alike in how well the row did on them.
  struct Group {
    /// What they are.
    let heading: String

    /// The images, the worst first.
    let images: [ImageScores.Image]
  }

  /// The groups, the worst first; no image is in two.
  let groups: [Group]

  private static let imagesPerGroup = 4

  /// Ranks images; of equal ones, the first by id is the worst.
  init(_ scores: ImageScores) {
    let sorted = scores.images.sorted { ($0.score, $0.id) < ($1.score, $1.id) }
    let size = min(Self.imagesPerGroup, (sorted.count + 2) / 3)
    let rest = sorted.count - 2 * size
    let middle = max(0, min(size, rest))
    let start = size + max(0, rest - middle) / 2
    groups = [
      Group(heading: "Worst images", images: Array(sorted.prefix(size))),
      Group(
        heading: "Images around the median", images: Array(sorted.dropFirst(start).prefix(middle))),
      Group(heading: "Best images", images: Array(sorted.dropFirst(size).suffix(size))),
    ].filter { !$0.images.isEmpty }
  }

  /// The images of a group by name.
  func table(of group: Group, title: String, stamp: String) -> Table {
    var table = Table(
      title: stamp + group.heading,
      columns: [Table.Column("Image", alignment: .leading), Table.Column("\(title), %")])
    for image in group.images {
      table.append([.text(image.id), .number(image.score * 100, .percent)])
    }
    return table
  }
}
