/// The accuracy of points as a function of how often each image counts; see ``ResampledScores``.
///
/// The score of a class is its share of all points that lie where they should, as in ``PointScores``.
public struct ResampledPoints: ResampledScores {
  /// The number of classes.
  public let classCount: Int

  /// The number of images.
  public let imageCount: Int

  /// The scores over the whole data set: accuracy of all points, of positive ones, of negative ones, and micro.
  public let names = ScoreName.points

  /// A pair with points: where it is, and what it adds to the sums of its class.
  private struct Term: Sendable {
    var image: Int
    var classID: Int
    var shares: [Double]
    var correct: Double
    var points: Double
  }

  /// The pairs whose points can be scored.
  private var terms: [Term] = []

  /// The classes that count in means over classes.
  private var averaged: [Int]

  /// Takes the rows of a run.
  ///
  /// - Precondition: every class is below `classCount`.
  public init(_ rows: [PointRow], classCount: Int) {
    self.classCount = classCount
    imageCount = rows.count
    averaged = Array(0..<classCount)
    for (image, row) in rows.enumerated() {
      for pair in row.pairs {
        precondition(pair.classID < classCount, "Class \(pair.classID) of \(classCount) classes")
        let outcome = pair.outcome
        let points = outcome.positives + outcome.negatives
        guard points > 0 else { continue }
        let correct = outcome.correctPositives + outcome.correctNegatives
        terms.append(
          Term(
            image: image, classID: pair.classID,
            shares: [
              Self.share(correct, points), Self.share(outcome.correctPositives, outcome.positives),
              Self.share(outcome.correctNegatives, outcome.negatives),
            ], correct: Double(correct), points: Double(points)))
      }
    }
  }

  private init(_ terms: [Term], imageCount: Int, classCount: Int, averaged: [Int]) {
    self.terms = terms
    self.imageCount = imageCount
    self.classCount = classCount
    self.averaged = averaged
  }

  /// The ratio of two counts, NaN where there is none.
  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? .nan : Double(part) / Double(whole)
  }

  /// The positions of the images that have points of each class.
  public var imagesShowingClass: [[Int]] {
    terms.reduce(into: Array(repeating: [], count: classCount)) { $0[$1.classID].append($1.image) }
  }

  /// The same scores with some of the classes in the means over classes, and no others.
  public func limited(to classes: [Int]) -> Self {
    Self(terms, imageCount: imageCount, classCount: classCount, averaged: classes)
  }

  /// The scores of the images of both, those of `other` behind.
  public func appending(_ other: Self) -> Self {
    precondition(
      classCount == other.classCount && averaged == other.averaged, "Rows under different rules")
    let moved = other.terms.map { term in
      var term = term
      term.image += imageCount
      return term
    }
    return Self(
      terms + moved, imageCount: imageCount + other.imageCount, classCount: classCount,
      averaged: averaged)
  }

  /// The scores of eight resamples; see ``ResampledScores/values(weighting:)``.
  public func values(weighting weights: [ResampleLanes]) -> [ResampleLanes] {
    precondition(weights.count == imageCount, "\(weights.count) weights of \(imageCount) images")
    var sums = [ResampleLanes](repeating: .zero, count: classCount * 3)
    var pairs = sums
    var (correct, points) = (ResampleLanes.zero, ResampleLanes.zero)
    for term in terms {
      let weight = weights[term.image]
      for (kind, share) in term.shares.enumerated() where !share.isNaN {
        sums[term.classID * 3 + kind] += weight * share
        pairs[term.classID * 3 + kind] += weight
      }
      correct += weight * term.correct
      points += weight * term.points
    }
    let means = (0..<3).map { kind in
      averaged.reduce(into: LaneMean()) { mean, classID in
        mean.add(sums[classID * 3 + kind] / pairs[classID * 3 + kind])
      }.mean
    }
    return means + [correct / points] + (0..<classCount).map { sums[$0 * 3] / pairs[$0 * 3] }
  }
}
