public import Datasets
import Foundation
import Imaging

/// Scores predictions that were saved before, by this program or another; no model is needed.
///
/// Predictions are index PNGs of the size of the ground truth, `<id>.png`, or `<method>/<id>.png` where
/// there are several methods.
public struct PredictionScoringTask: SampleTask {
  /// A method's name and the folder of its predictions.
  struct Source: Sendable {
    let method: String
    let folder: URL
  }

  let sources: [Source]
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
    let table = predictionTable
    let predictions = try sources.map { source in
      let file = Self.file(of: sample.id, in: source.folder)
      guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
        throw SampleError.missingPrediction(id: sample.id, expected: file)
      }
      let prediction = try table.map(LabelMap(contentsOf: file), file: file)
      guard prediction.width == truth.width, prediction.height == truth.height else {
        throw SampleError.sizesDiffer(
          image: file, got: (prediction.width, prediction.height), label: sample.label,
          expected: (truth.width, truth.height))
      }
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
    func holdsFirst(_ folder: URL) -> Bool {
      FileManager.default.fileExists(
        atPath: Self.file(of: first, in: folder).path(percentEncoded: false))
    }
    if holdsFirst(folder) {
      sources = [Source(method: folder.lastPathComponent, folder: folder)]
      return
    }
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.path(percentEncoded: false))) ?? []
    sources = names.sorted().map { Source(method: $0, folder: folder.appending(path: $0)) }
      .filter { holdsFirst($0.folder) }
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
