public import CLIP
public import Imaging
public import OpenVocabulary
public import Tensors

/// Tells where an image responds to each word piece of a sentence.
///
/// A sentence enters as it is, without templates. Its tokens' features are taken before the choice of the
/// end-of-text token, n + 2 of them for n word pieces, as CLIP Surgery's authors state (issue 5 of
/// their repository), and meet the image's tokens as texts of their own would.
public struct SentenceExplainer: Sendable {
  let model: CLIPModel
  let multiplier: any MatrixMultiplier
  let tokenizer: BytePairTokenizer
  let method: Method
  let inputSize: InputSize
  let tokenNormalisation: TokenNormalisation
  let truncatesText: Bool

  /// Combines a model and a method.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - multiplier: What multiplies the matrices.
  ///   - tokenizer: What cuts sentences into the tokens that the model knows.
  ///   - method: What is done to CLIP; architecture surgery in the paper's token maps.
  ///   - inputSize: The size that an image is brought to before it enters the network.
  ///   - tokenNormalisation: How image tokens come to unit length.
  ///   - truncatesText: Whether a sentence that is too long is cut rather than refused.
  public init(
    model: CLIPModel, multiplier: any MatrixMultiplier, tokenizer: BytePairTokenizer,
    method: Method, inputSize: InputSize, tokenNormalisation: TokenNormalisation,
    truncatesText: Bool
  ) {
    self.model = model
    self.multiplier = multiplier
    self.tokenizer = tokenizer
    self.method = method
    self.inputSize = inputSize
    self.tokenNormalisation = tokenNormalisation
    self.truncatesText = truncatesText
  }

  /// How an image goes with the tokens of some sentences; the image is encoded once.
  ///
  /// - Parameters:
  ///   - image: The image, of any size; the whole of it is seen.
  ///   - sentences: The sentences.
  /// - Returns: One explanation a sentence.
  /// - Throws: `TokenizerError` where a sentence is too long, `CLIPError` when the patches do not divide the
  ///   input size, and `OpenVocabularyError` where a score is not finite.
  public func explanations(
    of image: RGBImage, by sentences: [String]
  ) throws -> [SentenceExplanation] {
    let (grid, encoded) = try model.imageTokens(
      of: image, at: inputSize, under: [method.attention])
    let imageTokens = tokenNormalisation.normalised(encoded[0])
    return try sentences.map { sentence in
      let tokens = try tokenizer.tokens(
        of: sentence, contextLength: model.architecture.text.contextLength,
        truncating: truncatesText)
      let features = try model.text.tokenFeatures(of: tokens).unitRows()
      let cosines = multiplier.product(
        of: imageTokens, and: features, transposingRight: true)
      return try SentenceExplanation(
        tokens: Array(tokens.prefix(features.shape[0])),
        similarity: method.featureSurgery?.similarity(fromCosines: cosines) ?? cosines,
        grid: grid)
    }
  }

  /// What the tokens of an explanation stand for.
  ///
  /// - Precondition: they are the model's.
  public func pieces(of tokens: [Int]) -> [WordPiece] {
    tokenizer.vocabulary.pieces(of: tokens)
  }
}
