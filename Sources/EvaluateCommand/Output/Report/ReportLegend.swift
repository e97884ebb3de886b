import Evaluation
import Imaging
import Reporting

/// The colours of the classes that a report's pictures show.
struct ReportLegend {
  private let names: [String]
  private var shown: Set<Int> = []

  /// Begins a legend that mentions no class yet.
  init(_ result: ResultDocument) {
    names = result.rows.first?.perClass.map(\.name) ?? []
  }

  /// Takes up the classes of an image.
  mutating func mention(_ image: GalleryImage) {
    let maps = [image.truth] + image.predictions.compactMap { $0?.labels }
    shown.formUnion(maps.flatMap { $0.shares.map(\.classID) })
  }

  /// The largest classes of a picture in words.
  func words(for labels: GalleryImage.Labels) -> String {
    let parts = labels.shares.prefix(4).map { part in
      "\(names[part.classID]) \(NumberFormat.count.string(from: part.share * 100)) %"
    }
    let more = labels.shares.count - parts.count
    let all = parts.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return all.isEmpty ? "no class" : all
  }

  /// The legend for the page.
  func html(in palette: Palette) -> HTMLNode {
    HTMLNode(
      "ul", ["class": "swatches", "aria-label": "Colours of the classes"],
      shown.sorted().map { classID in
        let colour = palette.colours[classID]
        return HTMLNode(
          "li",
          [
            .swatch("rgb(\(colour.red), \(colour.green), \(colour.blue))"),
            .text(names[classID]),
          ])
      })
  }
}
