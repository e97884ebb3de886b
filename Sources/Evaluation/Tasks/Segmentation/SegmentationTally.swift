public import Metrics

/// The counts of the segmentation task over the images so far.
public struct SegmentationTally: Sendable, Equatable {
  /// The number of images.
  public private(set) var images = 0

  /// One matrix a row.
  public private(set) var confusions: [ConfusionMatrix]

  /// The counts over no images.
  init(rowCount: Int, classCount: Int) {
    confusions = Array(repeating: ConfusionMatrix(classCount: classCount), count: rowCount)
  }

  /// Adds one image's counts; the order of the images does not matter.
  mutating func add(_ outcome: SegmentationOutcome) {
    images += 1
    for index in confusions.indices { confusions[index].merge(outcome.confusions[index]) }
  }
}
