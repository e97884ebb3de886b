import CLIP
public import Datasets
import Imaging
import OpenVocabulary
import Tensors

/// Semantic segmentation: every pixel gets the class whose text its patch resembles most.
///
/// The image is decoded once for all methods, and whatever their vision towers share is computed once.
/// The prediction has the size of the ground truth, which is never resampled.
public struct SegmentationTask: SampleTask {
  let model: CLIPModel
  let multiplier: any MatrixMultiplier
  let classifier: TextClassifier
  let methods: [Method]
  let inputSize: InputSize
  let tokenNormalisation: TokenNormalisation
  let rule: SegmentationRule
  let groundTruth: GroundTruth

  /// The counts over no images.
  public var emptyTally: SegmentationTally {
    SegmentationTally(methodCount: methods.count, classCount: groundTruth.table.classCount)
  }

  /// Predicts and scores one image under every method.
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
    let predictions = try predictions(for: image)
    return try SegmentationOutcome(
      id: sample.id, truth: truth, predictions: predictions,
      classCount: groundTruth.table.classCount)
  }

  /// Adds one image's counts.
  public func add(_ outcome: SegmentationOutcome, to tally: inout SegmentationTally) {
    tally.add(outcome)
  }

  /// Each method's prediction at the image's own size.
  private func predictions(for image: RGBImage) throws -> [LabelMap] {
    let input = PixelNormalisation.clip(
      image.resized(toWidth: inputSize.width, height: inputSize.height, with: .bicubic))
    let grid = try model.vision.grid(forHeight: inputSize.height, width: inputSize.width)
    let tokens = try model.vision.imageTokens(for: input, under: methods.map(\.attention))
    return try zip(methods, tokens).map { method, tokens in
      let cosines = classifier.cosines(
        of: tokenNormalisation.normalised(tokens), using: multiplier)
      let similarity = method.featureSurgery?.similarity(fromCosines: cosines) ?? cosines
      return try rule.labels(
        from: similarity.patchGrid(rows: grid.rows, columns: grid.columns),
        width: image.width, height: image.height)
    }
  }
}
