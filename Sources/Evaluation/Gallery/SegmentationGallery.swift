public import Datasets
public import Foundation
public import Imaging
import Metrics

/// Draws images of segmentation runs, from the data set and the predictions that were saved.
///
/// Every file is held against what the runs recorded: a picture shows what was scored, or there is none.
public struct SegmentationGallery: Sendable {
  /// A row of a run whose predictions are drawn.
  public struct Row: Sendable {
    /// The run.
    public let run: RecordedRun

    /// The row's name.
    public let name: String

    /// The folder of the predictions.
    let predictions: URL

    /// What the predictions hold.
    let encoding: LabelEncoding

    /// Names a row.
    ///
    /// - Parameters:
    ///   - run: The run.
    ///   - name: The row's name.
    ///   - predictions: The folder of predictions that were scored; `nil` for those that the run saved.
    ///   - encoding: What the predictions hold, which is train ids where the run saved them.
    public init(
      of run: RecordedRun, named name: String, predictions: URL? = nil,
      encoding: LabelEncoding = .trainIDs
    ) {
      self.run = run
      self.name = name
      self.predictions = predictions ?? run.folder.appending(path: "predictions")
      self.encoding = encoding
    }
  }

  /// The most pixels that a picture is wide.
  public static let greatestWidth = 320

  /// The most pixels that a picture is high.
  public static let greatestHeight = 480

  private let samples: [String: Sample]
  private let groundTruth: GroundTruth
  private let rows: [Row]

  /// The colours of the classes, by their positions.
  public let palette: Palette

  /// Prepares the pictures of runs on the data of an experiment.
  ///
  /// - Parameters:
  ///   - rows: The rows whose predictions are drawn, of runs on the same images.
  ///   - experiment: What one of the runs computed.
  /// - Throws: ``GalleryError/noLabelMaps(task:)``, or ``RunFolderError/otherExperiment(_:differences:)``
  ///   where none of the runs is of the experiment.
  public init(of rows: [Row], in experiment: Experiment) throws {
    guard case .labelMaps(let dataset) = experiment.data else {
      throw GalleryError.noLabelMaps(task: experiment.file.task.rawValue)
    }
    let hash = try experiment.hash.description
    if let last = rows.last?.run, !rows.contains(where: { $0.run.result.hash == hash }) {
      try last.checkShows(experiment)
    }
    self.rows = rows
    samples = Dictionary(dataset.samples.map { ($0.id, $0) }) { first, _ in first }
    let background = BackgroundTreatment(
      experiment.evaluationProtocol.background, of: dataset)
    groundTruth = GroundTruth(
      table: dataset.labelTable, unscoredClass: background.unscoredClass)
    palette = Palette(pascalVOCColourCount: max(256, dataset.labelTable.classCount))
  }

  /// The pictures of an image; `nil` where the data set has none of that name.
  ///
  /// - Throws: ``GalleryError`` where a file is not the one that was evaluated, and what is wrong with one
  ///   that cannot be read.
  public func image(_ id: String) throws -> GalleryImage? {
    guard let sample = samples[id] else { return nil }
    for (role, file) in [("image", sample.image), ("label", sample.label)] {
      for row in rows { try Self.check(file, id, role, in: row.run) }
    }
    let full = try RGBImage(contentsOf: sample.image)
    let truth = try groundTruth.labels(of: sample)
    guard full.width == truth.width, full.height == truth.height else {
      throw GalleryError.sizesDiffer(
        id: id, image: "\(full.width) × \(full.height)",
        label: "\(truth.width) × \(truth.height)")
    }
    let image = full.reduced(toWidth: Self.greatestWidth, height: Self.greatestHeight)
    return GalleryImage(
      id: id, image: image, truth: labels(truth, over: image),
      predictions: try rows.map { try prediction(of: id, by: $0, against: truth, over: image) })
  }

  /// What a row predicted, where it was saved.
  private func prediction(
    of id: String, by row: Row, against truth: LabelMap, over image: RGBImage
  ) throws -> GalleryImage.Prediction? {
    guard let file = row.savedPrediction(of: id) else { return nil }
    let classCount = groundTruth.table.classCount
    let table =
      row.encoding == .raw ? groundTruth.table : LabelTable.trainIDs(classCount: classCount)
    let predicted = try table.map(LabelMap(contentsOf: file), file: file)
    guard predicted.width == truth.width, predicted.height == truth.height else {
      throw GalleryError.otherPrediction(file, id: id)
    }
    var confusion = ConfusionMatrix(classCount: classCount)
    try confusion.add(truth: truth, prediction: predicted)
    guard try row.recorded(of: id) == SegmentationRow(of: confusion) else {
      throw GalleryError.otherPrediction(file, id: id)
    }
    let wrong = LabelMap(
      width: truth.width, height: truth.height,
      labels: zip(truth.labels, predicted.labels).map { truth, predicted in
        truth == predicted || truth == LabelMap.ignored ? LabelMap.ignored : 0
      })
    let scored = confusion.scoredPixels
    let pixels = wrong.labels.count { $0 == 0 }
    return GalleryImage.Prediction(
      labels: labels(predicted, over: image),
      disagreement: image.inPaleGray.overlaid(
        with: wrong.resized(toWidth: image.width, height: image.height),
        palette: Palette([Palette.Colour(red: 190, green: 0, blue: 0)]), opacity: 0.75),
      wrongShare: scored == 0 ? nil : Double(pixels) / Double(scored))
  }

  private func labels(_ map: LabelMap, over image: RGBImage) -> GalleryImage.Labels {
    var counts: [UInt16: Int] = [:]
    for label in map.labels where label != LabelMap.ignored { counts[label, default: 0] += 1 }
    let total = Double(counts.values.reduce(0, +))
    return GalleryImage.Labels(
      picture: image.overlaid(
        with: map.resized(toWidth: image.width, height: image.height), palette: palette,
        opacity: 0.7),
      shares: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        (classID: Int($0.key), share: Double($0.value) / total)
      })
  }

  private static func check(
    _ file: URL, _ id: String, _ role: String, in run: RecordedRun
  ) throws {
    guard let recorded = run.hashes(of: id)?[role] else { return }
    guard try ContentHash(ofFile: file).description == recorded else {
      throw GalleryError.changedFile(file, id: id, role: role)
    }
  }
}
