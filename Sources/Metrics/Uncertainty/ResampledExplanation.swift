/// The scores of explanations as a function of how often each image counts; see ``ResampledScores``.
///
/// The threshold is a part of what is estimated: it is searched again in each resample, by the same rules
/// as in ``ExplanationTally/scores(scope:average:)``. The best of many thresholds lies above what one
/// fixed threshold would score, in a resample a little more than in the data set itself; the interval is
/// that of the best threshold's score.
///
/// The score of a class is its overlap.
public struct ResampledExplanation: ResampledScores {
  /// The number of classes.
  public let classCount: Int

  /// The number of images.
  public let imageCount: Int

  /// The scores over the whole data set: mIoU, mSC, the pixels' average precision, and mIoU with each half
  /// of the images at the threshold of the other where pairs have no thresholds of their own.
  ///
  /// An image stays in its half however often it is drawn: no copy of it is scored at a threshold that it
  /// took part in finding.
  public var names: [ScoreName] {
    [.mIoU, .mSC, .pixelAP] + (scope == .pair ? [] : [.crossFittedMIoU])
  }

  /// What one threshold is searched for.
  public let scope: ThresholdScope

  /// How the overlaps of many maps become one number.
  public let average: ThresholdAverage

  /// The scored pairs of each half of the images, class by class.
  var halves: [ExplanationTerms]

  /// The classes that count in means over classes.
  var averaged: [Int]

  /// Takes the rows of a run.
  ///
  /// - Parameters:
  ///   - rows: One an image.
  ///   - classCount: The number of classes.
  ///   - scope: What one threshold is searched for.
  ///   - average: How the overlaps of many maps become one number.
  ///   - countsBackground: Whether the overlap of a pair is the mean of the foreground's and the
  ///     background's.
  /// - Precondition: every class is below `classCount`.
  public init(
    _ rows: [ExplanationRow], classCount: Int, scope: ThresholdScope = .dataset,
    average: ThresholdAverage = .classThenDataset, countingBackground countsBackground: Bool = false
  ) {
    self.classCount = classCount
    self.scope = scope
    self.average = average
    imageCount = rows.count
    averaged = Array(0..<classCount)
    halves = (0..<ExplanationTally.foldCount).map { fold in
      ExplanationTerms(
        rows.map { $0.fold == fold ? $0 : ExplanationRow(pairs: []) }, classCount: classCount,
        layers: average != .accumulate ? .overlaps : countsBackground ? .bothCounts : .counts,
        countsBackground: countsBackground, isBestOnly: scope == .pair)
    }
  }

  private init(_ first: Self, _ second: Self) {
    classCount = first.classCount
    scope = first.scope
    average = first.average
    averaged = first.averaged
    imageCount = first.imageCount + second.imageCount
    halves = zip(first.halves, second.halves).map {
      $0.appending($1, movedBy: first.imageCount)
    }
  }

  /// The positions of the images that have a scored map of each class.
  public var imagesShowingClass: [[Int]] {
    (0..<classCount).map { classID in
      halves.flatMap { $0.images[classID].map { Int($0) } }.sorted()
    }
  }

  /// The same scores with some of the classes in the means over classes, and no others.
  public func limited(to classes: [Int]) -> Self {
    var limited = self
    limited.averaged = classes
    return limited
  }

  /// The scores of the images of both, those of `other` behind.
  public func appending(_ other: Self) -> Self {
    precondition(
      classCount == other.classCount && scope == other.scope && average == other.average
        && averaged == other.averaged && halves[0].layers == other.halves[0].layers,
      "Rows under different rules")
    return Self(self, other)
  }

  /// The scores of eight resamples; see ``ResampledScores/values(weighting:)``.
  public func values(weighting weights: [ResampleLanes]) -> [ResampleLanes] {
    precondition(weights.count == imageCount, "\(weights.count) weights of \(imageCount) images")
    let halfSums = halves.map { terms in
      (0..<classCount).map { terms.sums(ofClass: $0, weighting: weights.span) }
    }
    let sums = zip(halfSums[0], halfSums[1]).map(+)
    let contrast = averaged.reduce(into: LaneMean()) { mean, classID in
      mean.add(sums[classID].contrast / sums[classID].pairs)
    }.mean
    let precision = averaged.reduce(into: LaneMean()) { mean, classID in
      mean.add(sums[classID].precision / sums[classID].rankedPairs)
    }.mean
    let (overlap, perClass) = overlaps(of: sums)
    let summary = [overlap, contrast, precision]
    return (scope == .pair ? summary : summary + [crossFitted(halfSums)]) + perClass
  }
}
