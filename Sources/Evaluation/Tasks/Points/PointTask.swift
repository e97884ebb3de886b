public import Datasets
import Imaging
import Metrics
import OpenVocabulary

/// Points: whether those that a class's map suggests lie on the class, and the others beside it.
public struct PointTask: SampleTask {
  let scorer: any SampleScorer
  let source: any RegionSource
  let classCount: Int
  let threshold: Float

  /// Prepares the task for a data set.
  init(_ scorer: any SampleScorer, dataset: RegionDataset, threshold: Double) {
    self.scorer = scorer
    self.threshold = Float(threshold)
    source = dataset.source
    classCount = dataset.classList.count
  }

  /// The sums over no images.
  public var emptyTally: PointTallies {
    PointTallies(rowCount: scorer.rows.count, classCount: classCount)
  }

  /// Chooses and scores the points of one image in every row.
  ///
  /// - Throws: `ImagingError`, `DatasetError` or ``SampleError`` when a file of the sample cannot be
  ///   used.
  public func outcome(for sample: Sample) throws -> ImagePoints {
    let scored = try source.regions(of: sample).filter(\.hasBothSides)
    guard let truth = TruthSize(of: scored, from: sample.label) else {
      return ImagePoints(id: sample.id, classes: [], outcomes: [])
    }
    let scores = try scorer.patchScores(of: sample.picture, fitting: truth)
    let outcomes = try scored.map { region in
      try zip(scorer.rows, scores).map { row, scores in
        let grid = scores.bestOfQueries([row.classes.queriesOfClass[region.classID]])
        return PointOutcome(
          try PointPrompts(
            from: grid, width: truth.width, height: truth.height, threshold: threshold),
          in: region)
      }
    }
    return ImagePoints(id: sample.id, classes: scored.map(\.classID), outcomes: outcomes)
  }

  /// Adds one image.
  public func add(_ outcome: ImagePoints, to tally: inout PointTallies) {
    tally.add(outcome)
  }
}

extension ClassRegion {
  /// Whether there are pixels of the class and pixels that are not.
  fileprivate var hasBothSides: Bool {
    inside.pixels.contains(true)
      && zip(inside.pixels, void.pixels).contains { !$0 && !$1 }
  }
}

extension PointOutcome {
  /// Holds points against a region.
  fileprivate init(_ prompts: PointPrompts, in region: ClassRegion) {
    self.init()
    func truth(_ point: PointPrompts.Point) -> (isInside: Bool, isVoid: Bool) {
      let pixel = point.y * region.inside.width + point.x
      return (region.inside.pixels[pixel], region.void.pixels[pixel])
    }
    for point in prompts.positives {
      let (isInside, isVoid) = truth(point)
      addPositive(isInside: isInside, isVoid: isVoid)
    }
    for point in prompts.negatives {
      let (isInside, isVoid) = truth(point)
      addNegative(isInside: isInside, isVoid: isVoid)
    }
  }
}
