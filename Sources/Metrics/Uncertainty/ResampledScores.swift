/// Scores of a data set, as a function of how often each of its images counts.
///
/// This is all that resampling needs to know of a task. A resample is a weight for each image: in the
/// bootstrap the number of times it was drawn, in the jackknife 0 or 1, in a permutation test whether
/// its row comes from one run or the other. Eight resamples are computed side by side, one in each lane
/// of a vector: one pass over the rows serves them all.
///
/// With every weight 1 the scores are those of the task's tally.
public protocol ResampledScores: Sendable {
  /// The number of images.
  var imageCount: Int { get }

  /// The number of classes.
  var classCount: Int { get }

  /// The scores over the whole data set, in the order of ``values(weighting:)``.
  var names: [ScoreName] { get }

  /// The positions of the images that show each class, in ascending order.
  var imagesShowingClass: [[Int]] { get }

  /// The same scores with some of the classes in the means over classes, and no others.
  ///
  /// Scores over pixels, pairs or points, which are no means over classes, stay as they are.
  ///
  /// - Parameter classes: The classes that count, in ascending order.
  /// - Returns: The scores of the same rows.
  func limited(to classes: [Int]) -> Self

  /// The scores of the images of both, those of `other` behind.
  ///
  /// - Precondition: both have the same classes and the same rules.
  func appending(_ other: Self) -> Self

  /// The scores of eight resamples.
  ///
  /// - Parameter weights: How often each image counts; whole numbers that are not negative.
  /// - Returns: The scores of ``names`` and then one of each class, as ratios; NaN where undefined.
  func values(weighting weights: [ResampleLanes]) -> [ResampleLanes]
}

/// A number for each of the eight resamples that are computed side by side.
public typealias ResampleLanes = SIMD8<Double>

extension ResampledScores {
  /// The number of values of a resample.
  var valueCount: Int { names.count + classCount }

  /// The values with every image counted once.
  package var estimates: [Double] {
    values(weighting: Array(repeating: ResampleLanes(repeating: 1), count: imageCount)).map {
      $0[0]
    }
  }
}
