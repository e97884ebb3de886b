public import Metrics

/// The sums of the points task over the images so far.
public struct PointTallies: Sendable, Equatable {
  /// The number of images.
  public private(set) var images = 0

  /// One sum a row: a method at an input size.
  public private(set) var rows: [PointTally]

  /// The sums over no images.
  init(rowCount: Int, classCount: Int) {
    rows = Array(repeating: PointTally(classCount: classCount), count: rowCount)
  }

  /// Adds one image; the order of the images does not matter.
  mutating func add(_ image: ImagePoints) {
    images += 1
    for (classID, outcomes) in zip(image.classes, image.outcomes) {
      for (row, outcome) in outcomes.enumerated() {
        rows[row].add(outcome, ofClass: classID)
      }
    }
  }
}
