import Evaluation
import Foundation
import Imaging
import Reporting

/// The pictures of one image, side by side.
struct ReportPictures {
  private static let quality = 85

  private let image: GalleryImage
  private let labels: [String]
  private let legend: ReportLegend

  /// Prepares the pictures of an image.
  ///
  /// - Parameters:
  ///   - image: The pictures.
  ///   - labels: What the report calls the rows whose predictions are among them.
  ///   - legend: What the classes are called.
  init(_ image: GalleryImage, labels: [String], in legend: ReportLegend) {
    self.image = image
    self.labels = labels
    self.legend = legend
  }

  /// The strip of pictures below the image's name and score.
  ///
  /// - Throws: `ImagingError` where a picture cannot be encoded.
  func nodes(score: Double, named title: String) throws -> [HTMLNode] {
    var figures = [
      try Self.figure(image.image, alt: "The image \(image.id)", caption: "Image"),
      try Self.figure(
        image.truth.picture, alt: "The truth: \(legend.words(for: image.truth))",
        caption: "Truth"),
    ]
    for (label, prediction) in zip(labels, image.predictions) {
      guard let prediction else {
        figures.append(HTMLNode("p", ["class": "note"], [.text("\(label): no saved prediction")]))
        continue
      }
      let wrong =
        prediction.wrongShare.map { "\(NumberFormat.percent.string(from: $0 * 100)) %" } ?? "none"
      figures += [
        try Self.figure(
          prediction.labels.picture,
          alt: "\(label) predicted: \(legend.words(for: prediction.labels))", caption: label),
        try Self.figure(
          prediction.disagreement,
          alt: "In red, where \(label) is wrong: \(wrong) of the scored pixels",
          caption: "\(label): \(wrong) wrong"),
      ]
    }
    let number = NumberFormat.percent.string(from: score * 100)
    return [
      HTMLNode("p", [HTMLNode("strong", [.text(image.id)]), .text(": \(title) \(number)")]),
      HTMLNode("div", ["class": "strip"], figures),
    ]
  }

  private static func figure(
    _ picture: RGBImage, alt: String, caption: String
  ) throws -> HTMLNode {
    let data = try picture.jpegData(quality: quality).base64EncodedString()
    return HTMLNode(
      "figure",
      [
        HTMLNode(
          "img",
          [
            "src": "data:image/jpeg;base64,\(data)", "alt": alt, "width": "\(picture.width)",
            "height": "\(picture.height)",
          ]),
        HTMLNode("figcaption", [.text(caption)]),
      ])
  }
}
