public import Datasets
import Imaging
import Metrics
import OpenVocabulary

/// Semantic segmentation: every pixel gets the class whose text its patch resembles most.
///
/// The image is decoded once for all methods, and whatever their vision towers share is computed once.
/// The prediction has the size of the ground truth, which is never resampled.
public struct SegmentationTask: SampleTask {
  let scorer: ImageScorer
  let rule: SegmentationRule
  let groundTruth: GroundTruth

  /// Prepares the task for a data set.
  init(_ scorer: ImageScorer, dataset: Dataset, background: BackgroundTreatment) {
    self.scorer = scorer
    rule = SegmentationRule(
      classOfQuery: scorer.classifier.classOfQuery, excludedClasses: background.neverPredicted)
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
    let image = try RGBImage(contentsOf: sample.image)
    let truth = try groundTruth.labels(of: sample)
    guard image.width == truth.width, image.height == truth.height else {
      throw SampleError.sizesDiffer(
        image: sample.image, got: (image.width, image.height), label: sample.label,
        expected: (truth.width, truth.height))
    }
    let predictions = try scorer.scores(of: image).map { scores in
      try rule.labels(from: scores.patches, width: image.width, height: image.height)
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
