public import Imaging
import OpenVocabulary
public import Tensors

/// How an image goes with each token of a sentence.
public struct SentenceExplanation: Sendable {
  /// The sentence's tokens, start and end of text included.
  public let tokens: [Int]

  /// The similarity of the image's class token with each of ``tokens``.
  public let classScores: [Float]

  /// The patches' similarities `[rows, columns, T]`.
  public let similarity: Tensor

  /// Takes the similarities `[1+N, T]` of an image's tokens, the class token first.
  ///
  /// - Throws: `OpenVocabularyError.scoreNotFinite` for the first score that is NaN or infinite.
  init(
    tokens: [Int], similarity: Tensor, grid: (rows: Int, columns: Int)
  ) throws(OpenVocabularyError) {
    self.tokens = tokens
    classScores = Array(similarity.elements.prefix(tokens.count))
    self.similarity = similarity.patchGrid(rows: grid.rows, columns: grid.columns)
    try Tensor(shape: [1, 1, tokens.count], elements: classScores).requireFiniteScores()
    try self.similarity.requireFiniteScores()
  }

  /// The places of the tokens, the one that the class token goes with best first; of equals the earlier.
  ///
  /// How the paper ranks tokens is not published; the image's own summary is what CLIP is trained by.
  public var ranking: [Int] {
    tokens.indices.sorted { (-classScores[$0], $0) < (-classScores[$1], $1) }
  }

  /// The map of each token over the image, at its own size.
  ///
  /// - Parameters:
  ///   - image: The image that was explained.
  ///   - palette: The colours of the scores.
  ///   - opacity: How much of them lies over the picture, from 0 to 1.
  /// - Returns: What draws the map of a token as that of a text, by its place.
  /// - Throws: `OpenVocabularyError` where a score is not finite.
  public func heatMaps(
    over image: RGBImage, palette: HeatPalette, opacity: Double
  ) throws -> HeatMaps {
    HeatMaps(
      image: image, maps: [try ScoreMap(of: similarity)], palette: palette, opacity: opacity)
  }
}
