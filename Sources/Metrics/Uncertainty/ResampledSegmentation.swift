/// Segmentation scores as a function of how often each image counts; see ``ResampledScores``.
///
/// The per-class sums of a resample are `Σ_images weight · pixels`, and its scores are computed from them
/// as ``SegmentationScores`` computes them from a confusion matrix.
public struct ResampledSegmentation: ResampledScores {
  /// The number of classes.
  public let classCount: Int

  /// The scores over the whole data set: mIoU, mAcc, aAcc and fwIoU.
  public let names = ScoreName.segmentation

  /// What classes without true pixels do to the means.
  public let policy: AbsentClassPolicy

  /// Where the classes of each image begin in ``classes``; one more entry than images.
  private var starts = [0]

  /// The classes of all images, one image after the other.
  private var classes: [Int32] = []

  /// Intersection, prediction and truth for each entry of ``classes``.
  ///
  /// Whole numbers: sums of them are exact as Doubles, in any order, as long as they stay below 2⁵³.
  private var pixels: [Double] = []

  /// The classes that count in means over classes.
  private var averaged: [Int]

  /// The classes that count in ``ScoreName/fwIoU``.
  private let counted: [Int]

  /// The sums of a class are three numbers.
  private static let sumCount = 3

  /// Takes the rows of a run.
  ///
  /// - Parameters:
  ///   - rows: One an image.
  ///   - classCount: The number of classes.
  ///   - policy: What classes without true pixels do to the means.
  ///   - leftOut: Classes that count in no mean.
  /// - Precondition: every class is below `classCount` and at most once in a row, and no sum of a resample
  ///   can reach 2⁵³ pixels.
  public init(
    _ rows: [SegmentationRow], classCount: Int, policy: AbsentClassPolicy = .predictedCountsZero,
    leavingOut leftOut: Set<Int> = []
  ) {
    self.classCount = classCount
    self.policy = policy
    averaged = (0..<classCount).filter { !leftOut.contains($0) }
    counted = averaged
    var largest: Int64 = 0
    for row in rows {
      precondition(
        Set(row.classes.map(\.classID)).count == row.classes.count,
        "A class is in a row twice: \(row.classes.map(\.classID))")
      for entry in row.classes {
        precondition(
          entry.classID < classCount, "Class \(entry.classID) of \(classCount) classes")
        classes.append(Int32(entry.classID))
        pixels += [entry.intersection, entry.prediction, entry.truth].map(Double.init)
        largest = max(largest, entry.prediction, entry.truth)
      }
      starts.append(classes.count)
    }
    precondition(
      Double(largest) * Double(rows.count) * Double(classCount) < 0x1p53,
      "\(rows.count) images of up to \(largest) pixels of a class are too many to be summed exactly"
    )
  }

  /// The number of images.
  public var imageCount: Int { starts.count - 1 }

  /// The positions of the images that have true pixels of each class.
  public var imagesShowingClass: [[Int]] {
    var images = [[Int]](repeating: [], count: classCount)
    for image in 0..<imageCount {
      for entry in starts[image]..<starts[image + 1]
      where pixels[entry * Self.sumCount + 2] > 0 {
        images[Int(classes[entry])].append(image)
      }
    }
    return images
  }

  /// The same scores with some of the classes in the means over classes, and no others.
  public func limited(to classes: [Int]) -> Self {
    var limited = self
    let classes = Set(classes)
    limited.averaged = counted.filter(classes.contains)
    return limited
  }

  /// The scores of the images of both, those of `other` behind.
  public func appending(_ other: Self) -> Self {
    precondition(
      classCount == other.classCount && policy == other.policy && averaged == other.averaged,
      "Rows under different rules")
    var joined = self
    joined.starts += other.starts.dropFirst().map { $0 + classes.count }
    joined.classes += other.classes
    joined.pixels += other.pixels
    return joined
  }

  /// The scores of eight resamples; see ``ResampledScores/values(weighting:)``.
  public func values(weighting weights: [ResampleLanes]) -> [ResampleLanes] {
    let sums = sums(weighting: weights)
    let undefined = ResampleLanes(repeating: .nan)
    var perClass: [ResampleLanes] = []
    var (overlaps, accuracies) = (LaneMean(), LaneMean())
    var (correct, total) = (ResampleLanes.zero, ResampleLanes.zero)
    perClass.reserveCapacity(classCount)
    var accuracyOfClass: [ResampleLanes] = []
    for classID in 0..<classCount {
      let intersection = sums[classID * Self.sumCount]
      let truth = sums[classID * Self.sumCount + 2]
      let union = sums[classID * Self.sumCount + 1] + truth - intersection
      let absent = policy == .zero ? .zero : undefined
      perClass.append(
        (intersection / union)
          .replacing(with: absent, where: (policy == .presentOnly ? truth : union) .== 0))
      accuracyOfClass.append((intersection / truth).replacing(with: absent, where: truth .== 0))
      correct += intersection
      total += truth
    }
    for classID in averaged {
      overlaps.add(perClass[classID])
      accuracies.add(accuracyOfClass[classID])
    }
    var (weighted, frequency) = (ResampleLanes.zero, ResampleLanes.zero)
    for classID in counted {
      let truth = sums[classID * Self.sumCount + 2]
      weighted += (truth * perClass[classID]).replacing(with: 0, where: truth .== 0)
      frequency += truth
    }
    return [overlaps.mean, accuracies.mean, correct / total, weighted / frequency] + perClass
  }

  /// The sums of the classes `[classCount, 3]`.
  private func sums(weighting weights: [ResampleLanes]) -> [ResampleLanes] {
    precondition(weights.count == imageCount, "\(weights.count) weights of \(imageCount) images")
    var sums = [ResampleLanes](repeating: .zero, count: classCount * Self.sumCount)
    var cells = sums.mutableSpan
    let starts = self.starts.span
    let classes = self.classes.span
    let pixels = self.pixels.span
    for image in 0..<weights.count {
      let weight = weights[image]
      for entry in starts[image]..<starts[image + 1] {
        let (cell, value) = (Int(classes[entry]) * Self.sumCount, entry * Self.sumCount)
        cells[cell] += weight * pixels[value]
        cells[cell + 1] += weight * pixels[value + 1]
        cells[cell + 2] += weight * pixels[value + 2]
      }
    }
    return sums
  }
}
