public import Foundation

/// What can be wrong with the files of one sample, taken together.
public enum SampleError: Error, Sendable {
  /// An image and its label map, or a prediction and its label map, have different sizes.
  case sizesDiffer(
    image: URL, got: (width: Int, height: Int), label: URL, expected: (width: Int, height: Int))

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
