public import Datasets
import Foundation
import Imaging
import Metrics

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
  let encoding: PredictionEncoding
  let groundTruth: GroundTruth

  /// The counts over no images.
  public var emptyTally: SegmentationTally {
    SegmentationTally(methodCount: sources.count, classCount: groundTruth.table.classCount)
  }

  /// Scores one image's predictions.
  ///
  /// - Throws: `ImagingError`, `DatasetError` or ``SampleError`` when a file cannot be used.
  public func outcome(for sample: Sample) throws -> SegmentationOutcome {
    let truth = try groundTruth.labels(of: sample)
    let predictions = try sources.map { source in
      let file = Self.file(of: sample.id, in: source.folder)
      guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
        throw SampleError.missingPrediction(id: sample.id, expected: file)
      }
      let prediction = try trainIDs(of: LabelMap(contentsOf: file), file: file)
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

  private func trainIDs(of stored: LabelMap, file: URL) throws -> LabelMap {
    switch encoding {
    case .raw:
      return try groundTruth.table.map(stored, file: file)
    case .train:
      let classCount = groundTruth.table.classCount
      // What LabelMap's encoder writes where nothing is predicted: the largest value of the depth.
      let none: UInt16 = classCount > 255 ? .max : 255
      var prediction = stored
      var unknown: [UInt16: Int] = [:]
      for index in prediction.labels.indices {
        let label = prediction.labels[index]
        if Int(label) < classCount { continue }
        if label == none {
          prediction.labels[index] = LabelMap.ignored
        } else {
          unknown[label, default: 0] += 1
        }
      }
      guard unknown.isEmpty else {
        throw SampleError.predictionOutsideTable(
          file: file, labels: unknown, classCount: classCount)
      }
      return prediction
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
    folder: URL, encoding: PredictionEncoding, dataset: Dataset, unscoredClass: Int?
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
