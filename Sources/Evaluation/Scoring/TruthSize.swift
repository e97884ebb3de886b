import Datasets
import Foundation
import Imaging

/// The size of what an image is held against, which the image must have too.
struct TruthSize: Sendable {
  /// In pixels.
  let width: Int

  /// In pixels.
  let height: Int

  /// The file that says so.
  let label: URL

  /// Takes the size of a label map.
  init(of truth: LabelMap, from label: URL) {
    (width, height) = (truth.width, truth.height)
    self.label = label
  }

  /// Takes the size of regions; `nil` where there are none, and nothing to hold against.
  init?(of regions: [ClassRegion], from label: URL) {
    guard let mask = regions.first?.inside else { return nil }
    (width, height) = (mask.width, mask.height)
    self.label = label
  }

  /// Checks that an image or a prediction has this size.
  ///
  /// - Throws: ``SampleError/sizesDiffer(image:got:label:expected:)``.
  func check(width: Int, height: Int, of file: URL) throws(SampleError) {
    guard (width, height) == (self.width, self.height) else {
      throw .sizesDiffer(
        image: file, got: (width, height), label: label, expected: (self.width, self.height))
    }
  }
}
