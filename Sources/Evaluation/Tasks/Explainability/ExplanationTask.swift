public import Datasets
import Imaging
import Metrics
import OpenVocabulary

/// Explainability: where is each class that an image shows, by the map of its text alone.
///
/// Each class's similarities are scaled by themselves to a map from 0 to 1 at the image's own size and
/// held against the class's region; classes compete only through feature surgery, whose weights run
/// over the whole class list. Maps are measured and dropped at once.
public struct ExplanationTask: SampleTask {
  let scorer: any SampleScorer
  let source: any RegionSource
  let classCount: Int
  let choices: ExplanationChoices

  /// Prepares the task for a data set.
  init(_ scorer: any SampleScorer, dataset: RegionDataset, choices: ExplanationChoices) {
    self.scorer = scorer
    self.choices = choices
    source = dataset.source
    classCount = dataset.classList.count
  }

  /// The sums over no images.
  public var emptyTally: ExplanationTallies {
    ExplanationTallies(
      rowCount: scorer.rows.count, classCount: classCount,
      countingBackground: choices.countsBackground)
  }

  /// Explains and measures one image in every row.
  ///
  /// - Throws: `ImagingError`, `DatasetError` or ``SampleError`` when a file of the sample cannot be
  ///   used.
  public func outcome(for sample: Sample) throws -> ExplanationOutcome {
    let regions = try source.regions(of: sample)
    let fold = ImageFold.ofImage(named: sample.id)
    let classes = regions.map(\.classID)
    guard let truth = TruthSize(of: regions, from: sample.label) else {
      return ExplanationOutcome(
        id: sample.id, fold: fold, classes: [],
        maps: Array(repeating: [], count: scorer.rows.count))
    }
    let scores = try scorer.patchScores(of: sample.picture, fitting: truth)
    let maps = try zip(scorer.rows, scores).map { row, scores in
      let map = try ScoreMap(
        of: scores.bestOfQueries(classes.map { row.classes.queriesOfClass[$0] }))
      return regions.enumerated().map { query, region in
        MapOutcome(
          of: map.resampled(query: query, toHeight: truth.height, width: truth.width),
          inside: region.inside.pixels, void: region.void.pixels, rankingPixels: true)
      }
    }
    return ExplanationOutcome(id: sample.id, fold: fold, classes: classes, maps: maps)
  }

  /// Adds one image.
  public func add(_ outcome: ExplanationOutcome, to tally: inout ExplanationTallies) {
    tally.add(outcome)
  }
}
