public import Datasets
import Foundation
import Imaging

/// Scores predictions that were saved before, by this program or another; no model is needed.
///
/// Predictions are index PNGs of the size of the ground truth, `<id>.png`, or `<method>/<id>.png` where
/// there are several methods.
public struct PredictionScoringTask: SampleTask {
  let sources: [MethodFolder]
  let encoding: LabelEncoding
  let groundTruth: GroundTruth

  /// The counts over no images.
  public var emptyTally: SegmentationTally {
    SegmentationTally(rowCount: sources.count, classCount: groundTruth.table.classCount)
  }

  /// Scores one image's predictions.
  ///
  /// - Throws: `ImagingError`, `DatasetError` or ``SampleError`` when a file cannot be used.
  public func outcome(for sample: Sample) throws -> SegmentationOutcome {
    let truth = try groundTruth.labels(of: sample)
    let size = TruthSize(of: truth, from: sample.label)
    let table = predictionTable
    let predictions = try sources.map { source in
      let file = Self.file(of: sample.id, in: source.url)
      guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
        throw SampleError.missingPrediction(id: sample.id, expected: file)
      }
      let prediction = try table.map(LabelMap(contentsOf: file), file: file)
      try size.check(width: prediction.width, height: prediction.height, of: file)
      return prediction
    }
    return try SegmentationOutcome(
      id: sample.id, truth: truth, predictions: predictions,
      classCount: groundTruth.table.classCount)
  }

  /// Adds one image's counts.
  public func add(_ outcome: SegmentationOutcome, to tally: inout SegmentationTally) {
    tally.add(outcome)
  }

  /// Where the prediction of a sample lies.
  static func file(of id: String, in folder: URL) -> URL {
    folder.appending(path: "\(id).png")
  }

  /// The table that gives a saved prediction's values their meaning.
  private var predictionTable: LabelTable {
    switch encoding {
    case .trainIDs: .trainIDs(classCount: groundTruth.table.classCount)
    case .raw: groundTruth.table
    }
  }
}

extension PredictionScoringTask {
  /// Finds the predictions in a folder: its own, or those of each method's subfolder.
  ///
  /// - Parameters:
  ///   - folder: The folder of predictions.
  ///   - encoding: What their values are.
  ///   - dataset: The samples that are scored.
  ///   - unscoredClass: A class whose pixels are not scored.
  /// - Throws: ``SampleError/noPredictions(folder:expected:)`` when neither the folder nor any
  ///   subfolder holds the first sample's prediction.
  init(
    folder: URL, encoding: LabelEncoding, dataset: Dataset, unscoredClass: Int?
  ) throws(SampleError) {
    groundTruth = GroundTruth(table: dataset.labelTable, unscoredClass: unscoredClass)
    self.encoding = encoding
    let first = dataset.samples.first?.id ?? ""
    sources = MethodFolder.all(in: folder) {
      FileManager.default.fileExists(
        atPath: Self.file(of: first, in: $0).path(percentEncoded: false))
    }
    guard !sources.isEmpty else {
      throw .noPredictions(
        folder: folder,
        expected: [
          Self.file(of: first, in: folder),
          Self.file(of: first, in: folder.appending(path: "<method>")),
        ])
    }
  }
}
