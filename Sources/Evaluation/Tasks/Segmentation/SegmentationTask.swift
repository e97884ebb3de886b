public import Datasets
import Imaging
import Metrics
import OpenVocabulary

/// Semantic segmentation: every pixel gets the class whose text its patch resembles most.
///
/// The prediction has the size of the ground truth, which is never resampled.
public struct SegmentationTask: SampleTask {
  let scorer: any SampleScorer

  /// How each row's similarities become labels.
  let rules: [SegmentationRule]

  let groundTruth: GroundTruth

  /// Prepares the task for a data set.
  init(_ scorer: any SampleScorer, dataset: Dataset, background: BackgroundTreatment) {
    self.scorer = scorer
    rules = scorer.rows.map { row in
      SegmentationRule(
        classOfQuery: row.classes.classOfQuery, excludedClasses: background.neverPredicted)
    }
    groundTruth = GroundTruth(table: dataset.labelTable, unscoredClass: background.unscoredClass)
  }

  /// The counts over no images.
  public var emptyTally: SegmentationTally {
    SegmentationTally(
      rowCount: scorer.rows.count, classCount: groundTruth.table.classCount)
  }

  /// Predicts and scores one image in every row.
  ///
  /// - Throws: `ImagingError`, `DatasetError` or ``SampleError`` when a file of the sample cannot be
  ///   used.
  public func outcome(for sample: Sample) throws -> SegmentationOutcome {
    let truth = try groundTruth.labels(of: sample)
    let scores = try scorer.patchScores(
      of: sample.picture, fitting: TruthSize(of: truth, from: sample.label))
    let predictions = try zip(rules, scores).map { rule, scores in
      try rule.labels(from: scores, width: truth.width, height: truth.height)
    }
    return try SegmentationOutcome(
      id: sample.id, truth: truth, predictions: predictions,
      classCount: groundTruth.table.classCount)
  }

  /// Adds one image's counts.
  public func add(_ outcome: SegmentationOutcome, to tally: inout SegmentationTally) {
    tally.add(outcome)
  }
}
