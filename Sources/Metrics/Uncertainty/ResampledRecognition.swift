/// The scores of recognition as a function of how often each image counts; see ``ResampledScores``.
///
/// The score of a class is its average precision, over all images.
///
/// Images are ranked once. An image that counts `w` times stands at its place `w` times, and since its
/// copies have equal scores they rank equal, as ``AveragePrecision`` has it: one pass down the ranking
/// with running sums of weights gives `Σ_n (R_n − R_{n−1}) · P_n` of a resample. Images without any label
/// leave ``ScoreName/labelledMAP`` by a weight of 0. Both F1 are ratios of sums over images.
public struct ResampledRecognition: ResampledScores {
  /// The number of classes.
  public let classCount: Int

  /// The scores over the whole data set: mAP, the same over labelled images alone, and F1 of the top 3 and 5.
  public let names = ScoreName.recognition

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

  /// Whether each image shows any class.
  private let isLabelled: [Bool]

  /// What naming the top classes gives, for each number of classes that are named, image by image.
  private let topLabels: [[TopLabelScores]]

  /// How many classes are named for each F1 of ``names``.
  private static let namedCounts = [3, 5]

  /// The classes that count in the mean.
  private var averaged: [Int]

  /// Takes the rows of a run.
  ///
  /// - Parameters:
  ///   - rows: One an image.
  ///   - classCount: The number of classes.
  /// - Precondition: every row has one score and one truth a class, and no score is NaN.
  /// - Complexity: O(classes · images · log images).
  public init(_ rows: [RecognitionRow], classCount: Int) {
    for row in rows {
      precondition(
        row.scores.count == classCount && row.truth.count == classCount,
        "\(row.scores.count) scores and \(row.truth.count) truths for \(classCount) classes")
      precondition(!row.scores.contains(where: \.isNaN), "A score is not a number")
    }
    self.rows = rows
    self.classCount = classCount
    averaged = Array(0..<classCount)
    isLabelled = rows.map { $0.truth.contains(.present) }
    topLabels = Self.namedCounts.map { count in
      rows.map { TopLabelScores(of: $0.scores, truth: $0.truth, naming: count) }
    }
    rankings = (0..<classCount).map { classID in
      Self.ranking(
        of: rows.indices.filter { rows[$0].truth[classID] != .undecided }, classID, rows)
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
      classCount == other.classCount && averaged == other.averaged, "Rows under different rules")
    return Self(rows + other.rows, classCount: classCount).limited(to: averaged)
  }

  /// The scores of eight resamples; see ``ResampledScores/values(weighting:)``.
  public func values(weighting weights: [ResampleLanes]) -> [ResampleLanes] {
    precondition(weights.count == imageCount, "\(weights.count) weights of \(imageCount) images")
    let perClass = rankings.map { Self.averagePrecision(of: $0, weighting: weights.span) }
    return [mean(of: perClass), labelledMean(of: perClass, weighting: weights)]
      + topLabels.map { Self.f1(of: $0, weighting: weights) } + perClass
  }

  /// The mean over the classes that count.
  private func mean(of perClass: [ResampleLanes]) -> ResampleLanes {
    averaged.reduce(into: LaneMean()) { $0.add(perClass[$1]) }.mean
  }

  /// The mean without the images that show none of the classes.
  private func labelledMean(
    of perClass: [ResampleLanes], weighting weights: [ResampleLanes]
  ) -> ResampleLanes {
    guard isLabelled.contains(false) else { return mean(of: perClass) }
    let labelled = zip(weights, isLabelled).map { $1 ? $0 : .zero }
    var precisions = perClass
    for classID in averaged {
      precisions[classID] = Self.averagePrecision(of: rankings[classID], weighting: labelled.span)
    }
    return mean(of: precisions)
  }

  /// `2 · right / (named + positives)`; NaN where nothing is named or nothing is shown.
  private static func f1(
    of images: [TopLabelScores], weighting weights: [ResampleLanes]
  ) -> ResampleLanes {
    var (named, right, positives) = (ResampleLanes.zero, ResampleLanes.zero, ResampleLanes.zero)
    for (image, weight) in zip(images, weights) {
      named += weight * Double(image.named)
      right += weight * Double(image.right)
      positives += weight * Double(image.positives)
    }
    let isDefined = (named .> 0) .& (positives .> 0)
    return ResampleLanes(repeating: .nan)
      .replacing(with: 2 * right / (named + positives), where: isDefined)
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
