public import CLIP
public import Imaging
public import OpenVocabulary
public import Tensors

/// Tells where one image shows what texts say, under some methods.
public struct ImageExplainer: Sendable {
  private let scorer: ImageScorer

  /// Combines a model, methods and texts.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - multiplier: What multiplies the matrices.
  ///   - methods: What is done to CLIP; what they share is computed once.
  ///   - inputSize: The size that an image is brought to before it enters the network.
  ///   - tokenNormalisation: How tokens come to unit length.
  ///   - texts: The features `[Q, D]` of the texts, of unit length.
  ///   - redundantFeature: The feature of the empty text, where every text stands for itself; `nil` where
  ///     the texts are a list whose texts share what feature surgery takes out.
  public init(
    model: CLIPModel, multiplier: any MatrixMultiplier, methods: [Method], inputSize: InputSize,
    tokenNormalisation: TokenNormalisation, texts: Tensor, redundantFeature: Tensor?
  ) {
    scorer = ImageScorer(
      model: model, methods: ScoredMethod.rows(of: methods, at: [inputSize]),
      texts: TokenScorer(
        classifier: TextClassifier(
          features: texts, classOfQuery: Array(0..<texts.shape[0])),
        multiplier: multiplier, tokenNormalisation: tokenNormalisation,
        redundantFeature: redundantFeature))
  }

  /// How the patches of an image go with the texts.
  ///
  /// - Parameter image: The image, of any size; the whole of it is seen.
  /// - Returns: For each method `[rows, columns, Q]`.
  /// - Throws: `CLIPError` when the patches do not divide the input size.
  public func similarities(of image: RGBImage) throws -> [Tensor] {
    try scorer.patchScores(of: image)
  }

  /// The heat maps of an image at its own size, one for each method and text.
  ///
  /// - Parameters:
  ///   - image: The image, of any size.
  ///   - palette: The colours of the scores.
  ///   - opacity: How much of them lies over the picture, from 0 to 1.
  /// - Returns: What draws the map of a method and a text, by their places.
  /// - Throws: `CLIPError` when the patches do not divide the input size, and `OpenVocabularyError` where
  ///   a score is not finite.
  public func heatMaps(
    of image: RGBImage, palette: HeatPalette, opacity: Double
  ) throws -> HeatMaps {
    HeatMaps(
      image: image, maps: try similarities(of: image).map { try ScoreMap(of: $0) },
      palette: palette, opacity: opacity)
  }
}
