/// The sum over maps of what explainability scores are computed from.
///
/// The search for the best threshold takes one pass over the images: every threshold's overlaps are
/// summed, and no map is kept. Sums are exact, so that neither the order of the images nor the way they
/// are shared matters.
public struct ExplanationTally: Sendable, Equatable {
  /// The halves into which images are divided for thresholds that were not fitted to what they score.
  public static let foldCount = 2

  /// What was summed of one class in one half of the images.
  struct Part: Sendable, Equatable {
    /// The number of scored pairs.
    var pairs = 0

    /// The overlap at each threshold, summed over pairs.
    var overlapSums = [ExactSum](repeating: ExactSum(), count: ThresholdGrid.count)

    /// The pixels at each threshold, summed over pairs.
    var counts = [OverlapCounts](repeating: OverlapCounts(), count: ThresholdGrid.count)
  }

  /// What was summed of one class.
  struct ClassSums: Sendable, Equatable {
    /// Each half of the images.
    var parts = [Part](repeating: Part(), count: foldCount)

    /// The overlap at each pair's own best threshold.
    var bestOverlapSum = ExactSum()

    /// The pixels at each pair's own best threshold.
    var bestCounts = OverlapCounts()

    /// The contrasts.
    var contrastSum = ExactSum()

    /// The share of the class in the pixels that are not void, which is the overlap of a map that is
    /// foreground everywhere.
    var shareSum = ExactSum()

    /// The average precisions of the pixels, and how many there were.
    var precisionSum = ExactSum()
    var precisionCount = 0

    /// The number of scored pairs.
    var pairs: Int { parts.reduce(0) { $0 + $1.pairs } }
  }

  /// Whether the overlap of a pair is the mean of the foreground's and the background's.
  public let countsBackground: Bool

  /// What was summed of each class.
  private(set) var classes: [ClassSums]

  /// The number of pairs that were left out, since every pixel or none is of the class.
  public private(set) var leftOutPairs = 0

  /// Creates the sum over no maps.
  public init(classCount: Int, countingBackground: Bool = false) {
    countsBackground = countingBackground
    classes = Array(repeating: ClassSums(), count: classCount)
  }

  /// The number of pairs of an image and a class that are scored.
  public var pairs: Int { classes.reduce(0) { $0 + $1.pairs } }

  /// Adds one map.
  ///
  /// - Parameters:
  ///   - outcome: The map's counts.
  ///   - classID: The class it was made for, which the image shows.
  ///   - fold: The half that the image belongs to; see ``ImageFold``.
  /// - Precondition: the class and the half exist.
  public mutating func add(_ outcome: MapOutcome, ofClass classID: Int, fold: Int) {
    guard let contrast = outcome.contrast else {
      leftOutPairs += 1
      return
    }
    let overlaps = outcome.overlaps
    var best = (overlap: -1.0, counts: OverlapCounts())
    for (position, counts) in overlaps.enumerated() {
      let overlap = counts.overlap(countingBackground: countsBackground)
      classes[classID].parts[fold].overlapSums[position].add(overlap)
      classes[classID].parts[fold].counts[position] += counts
      if overlap > best.overlap { best = (overlap, counts) }
    }
    classes[classID].parts[fold].pairs += 1
    classes[classID].bestOverlapSum.add(best.overlap)
    classes[classID].bestCounts += best.counts
    classes[classID].contrastSum.add(contrast)
    let everywhere = OverlapCounts(
      intersection: outcome.insideCount, mistaken: outcome.outsideCount,
      inside: outcome.insideCount, outside: outcome.outsideCount)
    classes[classID].shareSum.add(everywhere.overlap(countingBackground: false))
    if let precision = outcome.averagePrecision {
      classes[classID].precisionSum.add(precision)
      classes[classID].precisionCount += 1
    }
  }
}
