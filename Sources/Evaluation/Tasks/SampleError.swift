public import Foundation

/// What can be wrong with the files of one sample, taken together.
public enum SampleError: Error, Sendable {
  /// An image and its label map, or a prediction and its label map, have different sizes.
  case sizesDiffer(
    image: URL, got: (width: Int, height: Int), label: URL, expected: (width: Int, height: Int))

  /// Converted labels differ from those they were converted from; one of the places is given.
  case conversionDiffers(converted: URL, raw: URL, pixels: Int, column: Int, row: Int)

  /// A sample has no prediction.
  case missingPrediction(id: String, expected: URL)

  /// A folder of predictions holds none of the samples.
  case noPredictions(folder: URL, expected: [URL])
}

extension SampleError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .sizesDiffer(let image, let got, let label, let expected):
      """
      \(image.path(percentEncoded: false)) has \(got.width) × \(got.height) pixels, but its label map \
      \(label.path(percentEncoded: false)) has \(expected.width) × \(expected.height); \
      expected both of one size
      """
    case .conversionDiffers(let converted, let raw, let pixels, let column, let row):
      """
      \(converted.path(percentEncoded: false)) says something else than \
      \(raw.path(percentEncoded: false)) in \(pixels) \(pixels == 1 ? "pixel" : "pixels"), first in \
      row \(row), column \(column); the latter is read. Convert again, or remove the converted labels
      """
    case .missingPrediction(let id, let expected):
      "no prediction for \(id); expected \(expected.path(percentEncoded: false))"
    case .noPredictions(let folder, let expected):
      """
      \(folder.path(percentEncoded: false)) holds no prediction of the first sample; looked for \
      \(expected.map { $0.path(percentEncoded: false) }.joined(separator: " and "))
      """
    }
  }
}
