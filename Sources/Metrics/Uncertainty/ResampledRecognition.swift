/// Average precision as a function of how often each image counts; see ``ResampledScores``.
///
/// Images are ranked once. An image that counts `w` times stands at its place `w` times, and since its
/// copies have equal scores they rank equal, as ``AveragePrecision`` has it: one pass down the ranking
/// with running sums of weights gives `Σ_n (R_n − R_{n−1}) · P_n` of a resample.
public struct ResampledRecognition: ResampledScores {
  /// The number of classes.
  public let classCount: Int

  /// The score over the whole data set: mAP, or the same over labelled images alone.
  public let names: [ScoreName]

  /// The images down the ranking of one class, in steps.
  ///
  /// Precision matters only where recall grows: a step ends with the last image of a score that a
  /// positive has, and the positives of a step all have that score.
  private struct Ranking: Sendable {
    /// The images, best first.
    var images: [Int32] = []

    /// Whether each shows the class.
    var isPositive: [Bool] = []

    /// The first place behind each step.
    var stepEnds: [Int] = []
  }

  private let rows: [RecognitionRow]
  private let rankings: [Ranking]

  /// Whether images without any label count, as negatives of every class.
  private let countsUnlabelledImages: Bool

  /// The classes that count in the mean.
  private var averaged: [Int]

  /// Takes the rows of a run.
  ///
  /// - Parameters:
  ///   - rows: One an image.
  ///   - classCount: The number of classes.
  ///   - countsUnlabelledImages: Whether images without any label count; without them the score is
  ///     ``ScoreName/labelledMAP``.
  /// - Precondition: every row has one score and one truth a class, and no score is NaN.
  /// - Complexity: O(classes · images · log images).
  public init(
    _ rows: [RecognitionRow], classCount: Int,
    countingUnlabelledImages countsUnlabelledImages: Bool = true
  ) {
    for row in rows {
      precondition(
        row.scores.count == classCount && row.truth.count == classCount,
        "\(row.scores.count) scores and \(row.truth.count) truths for \(classCount) classes")
      precondition(!row.scores.contains(where: \.isNaN), "A score is not a number")
    }
    self.rows = rows
    self.classCount = classCount
    self.countsUnlabelledImages = countsUnlabelledImages
    names = [countsUnlabelledImages ? .mAP : .labelledMAP]
    averaged = Array(0..<classCount)
    let counted = rows.indices.filter {
      countsUnlabelledImages || rows[$0].truth.contains(.present)
    }
    rankings = (0..<classCount).map { classID in
      Self.ranking(of: counted.filter { rows[$0].truth[classID] != .undecided }, classID, rows)
    }
  }

  private static func ranking(
    of images: [Int], _ classID: Int, _ rows: [RecognitionRow]
  ) -> Ranking {
    var ranking = Ranking()
    let sorted = images.sorted { rows[$0].scores[classID] > rows[$1].scores[classID] }
    var stepIsPositive = false
    for (place, image) in sorted.enumerated() {
      let score = rows[image].scores[classID]
      ranking.images.append(Int32(image))
      ranking.isPositive.append(rows[image].truth[classID] == .present)
      stepIsPositive = stepIsPositive || ranking.isPositive[place]
      let isLastOfScore =
        place + 1 == sorted.count || rows[sorted[place + 1]].scores[classID] != score
      if isLastOfScore && stepIsPositive {
        ranking.stepEnds.append(place + 1)
        stepIsPositive = false
      }
    }
    return ranking
  }

  /// The number of images.
  public var imageCount: Int { rows.count }

  /// The positions of the images that show each class and count.
  public var imagesShowingClass: [[Int]] {
    (0..<classCount).map { classID in
      rows.indices.filter { rows[$0].truth[classID] == .present }
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
      classCount == other.classCount && names == other.names && averaged == other.averaged,
      "Rows under different rules")
    return Self(
      rows + other.rows, classCount: classCount, countingUnlabelledImages: countsUnlabelledImages
    ).limited(to: averaged)
  }

  /// The scores of eight resamples; see ``ResampledScores/values(weighting:)``.
  public func values(weighting weights: [ResampleLanes]) -> [ResampleLanes] {
    precondition(weights.count == imageCount, "\(weights.count) weights of \(imageCount) images")
    let perClass = rankings.map { Self.averagePrecision(of: $0, weighting: weights.span) }
    let mean = averaged.reduce(into: LaneMean()) { $0.add(perClass[$1]) }.mean
    return [mean] + perClass
  }

  /// One pass down a ranking; NaN where no positive counts.
  private static func averagePrecision(
    of ranking: Ranking, weighting weights: Span<ResampleLanes>
  ) -> ResampleLanes {
    let images = ranking.images.span
    let isPositive = ranking.isPositive.span
    var (sum, found, ranked) = (ResampleLanes.zero, ResampleLanes.zero, ResampleLanes.zero)
    var place = 0
    for end in ranking.stepEnds {
      var added = ResampleLanes.zero
      while place < end {
        let weight = weights[Int(images[place])]
        ranked += weight
        if isPositive[place] { added += weight }
        place += 1
      }
      found += added
      // Nothing ranked is nothing found: the product is 0, whatever it is divided by.
      sum += added * found / ranked.replacing(with: 1, where: ranked .== 0)
    }
    return sum / found
  }
}
