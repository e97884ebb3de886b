import Foundation
import Imaging

extension LabelMap {
  /// Reads labels of two bytes from a PNG of colours: red + 256 · green.
  ///
  /// Blue holds nothing, and tells a picture, or a label map of another kind, from one of this.
  ///
  /// - Throws: `ImagingError` when the file is no whole image,
  ///   ``DatasetError/malformedFile(_:format:place:got:expected:)`` where a pixel has blue.
  init(contentsOfRedGreen url: URL) throws {
    let picture = try RGBImage(contentsOf: url)
    let samples = picture.samples
    var labels = [UInt16](repeating: 0, count: picture.width * picture.height)
    var blues = 0
    for pixel in labels.indices {
      labels[pixel] = UInt16(samples[3 * pixel]) | UInt16(samples[3 * pixel + 1]) << 8
      blues += samples[3 * pixel + 2] == 0 ? 0 : 1
    }
    guard blues == 0 else {
      throw DatasetError.malformedFile(
        url, format: "label map in red and green", place: nil,
        got: "\(blues) of \(labels.count) pixels with blue",
        expected:
          "none: take the PNGs of the published archive, in which a label is red + 256 · green")
    }
    self.init(width: picture.width, height: picture.height, labels: labels)
  }
}
