/// The pixels of one map, or of many, at one threshold.
struct OverlapCounts: Sendable, Equatable {
  /// Pixels of the class that are foreground.
  var intersection: Int64 = 0

  /// Pixels not of the class that are foreground.
  var mistaken: Int64 = 0

  /// Pixels of the class.
  var inside: Int64 = 0

  /// Pixels not of the class.
  var outside: Int64 = 0

  /// `intersection / (inside + mistaken)`, or its mean with the same of the background.
  func overlap(countingBackground: Bool) -> Double {
    let foreground = Double(intersection) / Double(inside + mistaken)
    guard countingBackground else { return foreground }
    let background =
      Double(outside - mistaken) / Double(outside + inside - intersection)
    return (foreground + background) / 2
  }

  static func += (sum: inout OverlapCounts, other: OverlapCounts) {
    sum.intersection += other.intersection
    sum.mistaken += other.mistaken
    sum.inside += other.inside
    sum.outside += other.outside
  }
}

extension MapOutcome {
  /// The counts at every threshold of ``ThresholdGrid``.
  var overlaps: [OverlapCounts] {
    var counts = OverlapCounts(inside: insideCount, outside: outsideCount)
    var overlaps = [OverlapCounts](repeating: counts, count: ThresholdGrid.count)
    for position in overlaps.indices.reversed() {
      counts.intersection += insideHistogram[position + 1]
      counts.mistaken += outsideHistogram[position + 1]
      overlaps[position] = counts
    }
    return overlaps
  }
}
