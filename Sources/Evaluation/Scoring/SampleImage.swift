import Datasets
import Foundation

/// An image by name and place; nothing is decoded.
struct SampleImage: Sendable {
  /// Its id in the data set.
  let id: String

  /// Where it lies, or would.
  let file: URL
}

extension Sample {
  /// The image without its truth.
  var picture: SampleImage { SampleImage(id: id, file: image) }
}

extension LabelledImage {
  /// The image without its labels.
  var picture: SampleImage { SampleImage(id: id, file: image) }
}
