public import Metrics

/// The sums of the explainability task over the images so far.
public struct ExplanationTallies: Sendable, Equatable {
  /// The number of images.
  public private(set) var images = 0

  /// One sum a row: a method at an input size.
  public private(set) var rows: [ExplanationTally]

  /// The sums over no images.
  init(rowCount: Int, classCount: Int, countingBackground: Bool) {
    rows = Array(
      repeating: ExplanationTally(
        classCount: classCount, countingBackground: countingBackground),
      count: rowCount)
  }

  /// Adds one image; the order of the images does not matter.
  mutating func add(_ outcome: ExplanationOutcome) {
    images += 1
    for (row, maps) in outcome.maps.enumerated() {
      for (classID, map) in zip(outcome.classes, maps) {
        rows[row].add(map, ofClass: classID, fold: outcome.fold)
      }
    }
  }
}
