/// What one map has to say of one class in one image, as counts: enough for every threshold.
///
/// The map's scores are from 0 to 1. Void pixels count nowhere.
public struct MapOutcome: Sendable, Equatable {
  /// The pixels of the class that reach each threshold of ``ThresholdGrid`` and no higher one; first
  /// those that reach none.
  public let insideHistogram: [Int64]

  /// As ``insideHistogram``, for the pixels that are not of the class.
  public let outsideHistogram: [Int64]

  /// The sum of the scores of the class's pixels.
  public let insideSum: Double

  /// The sum of the scores of the other pixels.
  public let outsideSum: Double

  /// The average precision of the scores as a ranking of pixels, between 0 and 1; equal scores rank
  /// equal.
  public let averagePrecision: Double?

  /// Measures a map.
  ///
  /// - Parameters:
  ///   - map: One score a pixel, from 0 to 1.
  ///   - inside: Whether each pixel is of the class.
  ///   - void: Whether each pixel is neither of the class nor not.
  ///   - ranksPixels: Whether the average precision is computed, which takes most of the time.
  /// - Precondition: all three have as many pixels, and every score is from 0 to 1.
  /// - Complexity: O(pixels).
  public init(of map: [Float], inside: [Bool], void: [Bool], rankingPixels ranksPixels: Bool) {
    precondition(
      map.count == inside.count && map.count == void.count,
      "A map of \(map.count) pixels beside masks of \(inside.count) and \(void.count)")
    var insideHistogram = [Int64](repeating: 0, count: ThresholdGrid.count + 1)
    var outsideHistogram = insideHistogram
    var sums = (inside: 0.0, outside: 0.0)
    let thresholds = ThresholdGrid.thresholds
    let grid = thresholds.span
    for pixel in map.indices where !void[pixel] {
      let score = map[pixel]
      precondition(score >= 0 && score <= 1, "A score of \(score) is not from 0 to 1")
      let bin = ThresholdGrid.highestPosition(reachedBy: score, in: grid) + 1
      if inside[pixel] {
        insideHistogram[bin] += 1
        sums.inside += Double(score)
      } else {
        outsideHistogram[bin] += 1
        sums.outside += Double(score)
      }
    }
    self.insideHistogram = insideHistogram
    self.outsideHistogram = outsideHistogram
    (insideSum, outsideSum) = sums
    averagePrecision =
      ranksPixels ? PixelRanking(of: map, inside: inside, void: void).averagePrecision() : nil
  }

  /// Takes counts that were measured before; `nil` where no map has them.
  ///
  /// - Parameters:
  ///   - insideHistogram: The pixels of the class by threshold.
  ///   - outsideHistogram: The other pixels by threshold.
  ///   - insideSum: The sum of the scores of the class's pixels.
  ///   - outsideSum: The sum of the scores of the other pixels.
  ///   - averagePrecision: The average precision of the pixels, where it was computed.
  public init?(
    insideHistogram: [Int64], outsideHistogram: [Int64], insideSum: Double, outsideSum: Double,
    averagePrecision: Double?
  ) {
    let parts = [(insideHistogram, insideSum), (outsideHistogram, outsideSum)]
    for (histogram, sum) in parts {
      guard histogram.count == ThresholdGrid.count + 1,
        histogram.allSatisfy({ (0...Int64(UInt32.max)).contains($0) }),
        (0...Double(histogram.reduce(0, +))).contains(sum)
      else { return nil }
    }
    if let averagePrecision, !(0...1).contains(averagePrecision) { return nil }
    self.insideHistogram = insideHistogram
    self.outsideHistogram = outsideHistogram
    self.insideSum = insideSum
    self.outsideSum = outsideSum
    self.averagePrecision = averagePrecision
  }

  /// The number of pixels of the class.
  public var insideCount: Int64 { insideHistogram.reduce(0, +) }

  /// The number of pixels that are not of the class.
  public var outsideCount: Int64 { outsideHistogram.reduce(0, +) }

  /// Whether there are pixels of both sorts, without which the pair says nothing.
  public var isScored: Bool { insideCount > 0 && outsideCount > 0 }

  /// The mean score inside less the mean score outside, between −1 and 1; `nil` where a sort of
  /// pixels is missing.
  public var contrast: Double? {
    isScored ? insideSum / Double(insideCount) - outsideSum / Double(outsideCount) : nil
  }
}
