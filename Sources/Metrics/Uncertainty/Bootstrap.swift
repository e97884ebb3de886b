public import Tensors

/// Intervals for scores: where they might have come out with other images of the same sort.
///
/// As many units (images, or clusters of images) as there are are drawn with replacement, all scores are
/// computed anew from the rows drawn, and the spread of many such resamples stands for the spread over
/// data sets (Efron, "Bootstrap methods: another look at the jackknife", 1979).
///
/// **Rare classes.** A mean over classes needs its classes fixed: a resample that happens to hold no image
/// of a class would otherwise average over fewer classes, and the distribution would be that of another
/// quantity. And a class of three images has no interval worth the name: a resample knows those three and
/// nothing else. Classes shown by fewer than ``minimumUnits`` units are therefore left out of the
/// means that get an interval, carry none themselves, and are listed. `Results/uncertainty/coverage.md`
/// shows what becomes of coverage with and without that rule.
///
/// Each resample has random numbers of its own, made from the seed and its number: the result does not
/// depend on the number of workers.
public struct Bootstrap: Sendable, Equatable {
  /// The number of resamples.
  public var resamples: Int

  /// Where the random numbers start.
  public var seed: UInt64

  /// The share of such intervals that should hold the true score, between 0 and 1.
  public var confidence: Double

  /// How the interval is read off the resampled scores.
  public var method: IntervalMethod

  /// How many units must show a class before it takes part.
  public var minimumUnits: Int

  /// The least number of units that a class needs by default, and a data set too.
  public static let usualMinimumUnits = 30

  /// The threads.
  public var workers: Workers

  /// Plans a bootstrap.
  ///
  /// - Precondition: there are resamples, the confidence lies between 0 and 1, and at least one unit is
  ///   asked for.
  public init(
    resamples: Int = 2000, seed: UInt64 = 0, confidence: Double = 0.95,
    method: IntervalMethod = .percentile, minimumUnits: Int = Bootstrap.usualMinimumUnits,
    workers: Workers = .one
  ) {
    precondition(resamples > 0, "\(resamples) resamples")
    precondition(confidence > 0 && confidence < 1, "A confidence of \(confidence)")
    precondition(
      minimumUnits > 0, "A class must be shown by at least one unit, not \(minimumUnits)")
    self.resamples = resamples
    self.seed = seed
    self.confidence = confidence
    self.method = method
    self.minimumUnits = minimumUnits
    self.workers = workers
  }

  /// The intervals of a run's scores.
  ///
  /// - Parameters:
  ///   - scores: The rows of the run's images.
  ///   - units: What is drawn in one piece.
  /// - Returns: An interval for each score that has one.
  /// - Precondition: rows and units are of the same images.
  /// - Complexity: `resamples` evaluations; by ``IntervalMethod/biasCorrectedAccelerated`` one more for
  ///   each unit.
  public func uncertainty(
    of scores: some ResampledScores, drawing units: ResamplingUnits
  ) -> ScoreUncertainty {
    let classes = ClassSelection(of: [scores], units: units, minimum: minimumUnits)
    let limited = scores.limited(to: classes.kept)
    return uncertainty(
      classes, names: scores.names, units: units, estimates: limited.estimates,
      values: limited.values(weighting:))
  }

  /// The intervals of the difference of two runs on the same images, second less first.
  ///
  /// Both runs are scored on the same resamples. What makes an image hard for both then moves neither
  /// end, and the interval is mostly far narrower than those of the two scores would suggest.
  ///
  /// - Parameters:
  ///   - first: The rows of the first run.
  ///   - second: The rows of the second run, of the same images in the same order.
  ///   - units: What is drawn in one piece.
  /// - Returns: An interval for each difference that has one.
  /// - Precondition: all three are of the same images.
  public func difference<Scores: ResampledScores>(
    from first: Scores, to second: Scores, drawing units: ResamplingUnits
  ) -> ScoreUncertainty {
    let classes = ClassSelection(of: [first, second], units: units, minimum: minimumUnits)
    let (first, second) = (first.limited(to: classes.kept), second.limited(to: classes.kept))
    return uncertainty(
      classes, names: first.names, units: units,
      estimates: zip(first.estimates, second.estimates).map { $1 - $0 }
    ) { weights in
      zip(first.values(weighting: weights), second.values(weighting: weights)).map { $1 - $0 }
    }
  }

  private func uncertainty(
    _ classes: ClassSelection, names: [ScoreName], units: ResamplingUnits, estimates: [Double],
    values: @Sendable ([ResampleLanes]) -> [ResampleLanes]
  ) -> ScoreUncertainty {
    // A single unit can be drawn in one way only.
    let hasEnough = units.count >= max(2, minimumUnits)
    let drawn =
      hasEnough
      ? replicates(resamples, values) { units.drawnWeights(fromResample: $0, seed: seed) } : []
    let lacking =
      hasEnough && method == .biasCorrectedAccelerated
      ? replicates(units.count, values) { units.weightsLacking(fromUnit: $0) } : []
    let intervals = workers.results(forEachBelow: estimates.count) { score -> ScoreInterval? in
      BootstrapDistribution(
        estimate: estimates[score], values: Self.column(score, of: drawn, count: resamples)
      ).interval(
        confidence: confidence, method: method,
        jackknife: Self.column(score, of: lacking, count: units.count))
    }
    let kept = Set(classes.kept)
    return ScoreUncertainty(
      summary: Dictionary(uniqueKeysWithValues: zip(names, intervals)).compactMapValues(\.self),
      perClass: intervals.dropFirst(names.count).enumerated().map {
        kept.contains($0.offset) ? $0.element : nil
      },
      classes: classes.kept, rareClasses: classes.rare, units: units.count)
  }

  /// The values of resamples, eight at a time.
  private func replicates(
    _ count: Int, _ values: @Sendable ([ResampleLanes]) -> [ResampleLanes],
    weights: @Sendable (_ first: Int) -> [ResampleLanes]
  ) -> [[ResampleLanes]] {
    let width = ResampleLanes.scalarCount
    return workers.results(forEachBelow: (count + width - 1) / width) {
      values(weights($0 * width))
    }
  }

  /// The values of one score in the first of the resamples; none where none were made.
  private static func column(
    _ score: Int, of blocks: [[ResampleLanes]], count: Int
  ) -> [Double] {
    let width = ResampleLanes.scalarCount
    return (0..<min(count, blocks.count * width)).map { blocks[$0 / width][score][$0 % width] }
  }
}
