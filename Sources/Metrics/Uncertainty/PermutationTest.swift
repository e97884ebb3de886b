public import Tensors

/// Asks whether two runs on the same images differ by more than chance, by exchanging their rows.
///
/// If the runs were equally good, it would not matter which row of an image came from which run. So for
/// each unit a coin decides whether the rows of its images change sides, and both scores are computed
/// anew from the rows each side then has: a mean over classes of ratios of sums, a searched threshold or
/// an average precision is not a mean over images, and no shortcut is taken that treats it as one. The p
/// value is the chance of a difference at least as large, in either direction:
///
///     p = (1 + #{|d*| ≥ |d|}) / (1 + permutations)
///
/// which never is 0 (Phipson and Smyth, "Permutation p-values should never be zero", 2010). Where the units
/// are so few that there are no more permutations than asked for, each is taken once and p is exact.
///
/// Classes shown by fewer than ``minimumUnits`` units are left out, as by ``Bootstrap``.
public struct PermutationTest: Sendable, Equatable {
  /// The number of permutations.
  public var permutations: Int

  /// Where the random numbers start.
  public var seed: UInt64

  /// How many units must show a class before it takes part.
  public var minimumUnits: Int

  /// The threads.
  public var workers: Workers

  /// Differences as close as this count as equal: sums of ratios in another order differ in the last bits.
  static let tolerance = 1e-12

  /// Plans a test.
  ///
  /// - Parameters:
  ///   - permutations: How many. The smallest p value is `1 / (1 + permutations)`, and Holm's correction
  ///     multiplies it by the number of classes: 10,000 leave room for 171 classes at 0.05.
  ///   - seed: Where the random numbers start.
  ///   - minimumUnits: How many units must show a class before it takes part.
  ///   - workers: The threads.
  /// - Precondition: there are permutations, and at least one unit is asked for.
  public init(
    permutations: Int = 10_000, seed: UInt64 = 0,
    minimumUnits: Int = Bootstrap.usualMinimumUnits, workers: Workers = .one
  ) {
    precondition(permutations > 0, "\(permutations) permutations")
    precondition(
      minimumUnits > 0, "A class must be shown by at least one unit, not \(minimumUnits)")
    self.permutations = permutations
    self.seed = seed
    self.minimumUnits = minimumUnits
    self.workers = workers
  }

  /// Tests the difference of two runs, in every score and every class.
  ///
  /// - Parameters:
  ///   - first: The rows of the first run.
  ///   - second: The rows of the second run, of the same images in the same order.
  ///   - units: What changes sides in one piece.
  /// - Returns: The p values.
  /// - Precondition: all three are of the same images.
  /// - Complexity: `4 · permutations` evaluations.
  public func significance<Scores: ResampledScores>(
    from first: Scores, to second: Scores, exchanging units: ResamplingUnits
  ) -> ScoreSignificance {
    let classes = ClassSelection(of: [first, second], units: units, minimum: minimumUnits)
    let (first, second) = (first.limited(to: classes.kept), second.limited(to: classes.kept))
    let observed = zip(first.estimates, second.estimates).map { $1 - $0 }
    let joined = first.appending(second)

    let isExact = units.count < Int.bitWidth - 1 && (1 << units.count) - 1 <= permutations
    let count = isExact ? (1 << units.count) - 1 : permutations
    let width = ResampleLanes.scalarCount
    let blocks = workers.results(forEachBelow: (count + width - 1) / width) { block -> [Int] in
      let swapped = units.swapWeights(
        fromPermutation: block * width, seed: isExact ? nil : seed)
      let kept = swapped.map { 1 - $0 }
      let differences = zip(
        joined.values(weighting: kept + swapped), joined.values(weighting: swapped + kept)
      ).map { $1 - $0 }
      let lanes = 0..<min(width, count - block * width)
      return zip(differences, observed).map { difference, observed in
        // An undefined difference is no evidence against chance: it counts as large.
        lanes.count { !(abs(difference[$0]) < abs(observed) - Self.tolerance) }
      }
    }
    let hits = blocks.reduce(into: observed.map { _ in 0 }) { hits, block in
      for score in hits.indices { hits[score] += block[score] }
    }
    let values = zip(observed, hits).map { observed, hits -> Double? in
      observed.isNaN ? nil : Double(1 + hits) / Double(1 + count)
    }
    let kept = Set(classes.kept)
    return ScoreSignificance(
      summary: Dictionary(uniqueKeysWithValues: zip(first.names, values)).compactMapValues(\.self),
      perClass: values.dropFirst(first.names.count).enumerated().map {
        kept.contains($0.offset) ? $0.element : nil
      },
      permutations: count, isExact: isExact)
  }
}
