import Metrics

/// Pixels of one class that were taken for another.
public struct ConfusedPair: Sendable, Equatable {
  /// The position of the class that the pixels are of.
  public let truth: Int

  /// The position of the class that was predicted; `nil` where nothing was.
  public let prediction: Int?

  /// How many pixels there are.
  public let pixels: Int64

  /// The share of the true class's pixels, from 0 to 1.
  public let shareOfTruth: Double
}

extension ResultRow {
  /// The pairs of classes that cost the most pixels, the worst first.
  ///
  /// - Parameter most: How many pairs are wanted.
  /// - Returns: At most so many; `nil` where the task counts no confusions.
  /// - Complexity: O(classes² log classes).
  public func confusedPairs(most: Int) -> [ConfusedPair]? {
    guard let confusion else { return nil }
    let classes = 0..<confusion.classCount
    let pairs = classes.flatMap { truth in
      let columns = 0...confusion.classCount
      let total = columns.reduce(0) { $0 + confusion[truth: truth, prediction: $1] }
      return columns.compactMap { column -> ConfusedPair? in
        let pixels = confusion[truth: truth, prediction: column]
        guard column != truth, pixels > 0 else { return nil }
        return ConfusedPair(
          truth: truth, prediction: column == confusion.classCount ? nil : column, pixels: pixels,
          shareOfTruth: Double(pixels) / Double(total))
      }
    }
    return Array(pairs.sorted { $0.pixels > $1.pixels }.prefix(most))
  }
}
