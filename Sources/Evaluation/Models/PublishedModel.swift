import CLIP
import Checkpoints
import Foundation
import Imaging
import OpenVocabulary
import Tensors

/// A model as its publishers run it, for the outputs that they published.
struct PublishedModel {
  private let model: CLIPModel
  private let tokenizer: BytePairTokenizer
  private let logitScale: Double

  /// Loads a model.
  init(at checkpoint: URL, vocabulary: URL, multiplier: any MatrixMultiplier) throws {
    let source = try CheckpointFile.open(checkpoint).byOpenAINames()
    model = try CLIPModel(source: source, multiplier: multiplier)
    tokenizer = try BytePairTokenizer(
      vocabulary: vocabulary, expectedSize: model.architecture.text.vocabularySize)
    // Checkpoints store the scale's logarithm.
    logitScale = exp(Double(try source.tensor(named: "logit_scale").elements[0]))
  }

  /// Holds a text's feature against what was published of it.
  func comparison(with published: PublishedOutputs.TextFeature) throws -> OutputComparison {
    let feature = try features(of: [published.text])[0]
    let got = feature.prefix(published.leading.count) + feature.suffix(published.trailing.count)
    return OutputComparison(
      "text feature of “\(published.text)”", got: Array(got),
      expected: published.leading + published.trailing)
  }

  /// Holds the probabilities of texts for a picture against those that were published.
  func comparison(
    with published: PublishedOutputs.Classification, of picture: URL
  ) throws -> OutputComparison {
    let image = try RGBImage(contentsOf: picture)
      .resizedAndCropped(toSide: model.architecture.vision.imageSide)
    let input = PixelNormalisation(model.inspection.pixelStatistics.statistics)(image)
    let tokens = try model.vision.imageTokens(for: input, under: [.original])[0]
    let classToken = tokens.elements.prefix(model.embeddingWidth).map(Double.init)
    let logits = try features(of: published.texts).map {
      logitScale * Self.cosine(classToken, $0)
    }
    let highest = logits.max() ?? 0
    let powers = logits.map { exp($0 - highest) }
    let sum = powers.reduce(0, +)
    return OutputComparison(
      "probabilities of \(published.texts.count) texts for \(published.picture)",
      got: powers.map { $0 / sum }, expected: published.probabilities)
  }

  /// The features of texts, not of unit length.
  private func features(of texts: [String]) throws -> [[Double]] {
    let tokens = try tokenizer.tokens(
      of: texts, contextLength: model.architecture.text.contextLength)
    let features = try model.text.features(of: tokens).elements.map(Double.init)
    return (0..<texts.count).map {
      Array(features[$0 * model.embeddingWidth..<($0 + 1) * model.embeddingWidth])
    }
  }

  private static func cosine(_ first: [Double], _ second: [Double]) -> Double {
    func product(_ first: [Double], _ second: [Double]) -> Double {
      zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return product(first, second)
      / (product(first, first) * product(second, second)).squareRoot()
  }
}

extension RGBImage {
  /// The middle square of the picture at the size at which its shorter side is as long as the square's,
  /// as OpenAI prepares images to classify.
  ///
  /// The longer side is cut down to whole pixels, and half a pixel of the crop's offset goes to the even
  /// number, as torchvision's `Resize` and `CenterCrop` have it.
  fileprivate func resizedAndCropped(toSide side: Int) -> RGBImage {
    let shorter = min(width, height)
    let resized = resized(
      toWidth: side * width / shorter, height: side * height / shorter, with: .bicubic)
    let left = Int((Double(resized.width - side) / 2).rounded(.toNearestOrEven))
    let top = Int((Double(resized.height - side) / 2).rounded(.toNearestOrEven))
    var samples: [UInt8] = []
    samples.reserveCapacity(side * side * 3)
    for row in top..<(top + side) {
      let start = (row * resized.width + left) * 3
      samples += resized.samples[start..<(start + side * 3)]
    }
    return RGBImage(width: side, height: side, samples: samples)
  }
}
