import OpenVocabulary
import Tensors

/// Holds image tokens against texts: how they come to unit length, and what feature surgery takes out.
struct TokenScorer: Sendable {
  /// The texts.
  let classifier: TextClassifier

  /// What multiplies the matrices.
  let multiplier: any MatrixMultiplier

  /// How tokens come to unit length.
  let tokenNormalisation: TokenNormalisation

  /// The feature of the empty text, where every text stands for itself; `nil` where the texts are a list
  /// whose classes share what feature surgery takes out.
  let redundantFeature: Tensor?

  /// The similarities of an image's tokens.
  ///
  /// - Parameters:
  ///   - tokens: The tokens `[1+N, D]` of any length, the class token first.
  ///   - surgery: What is done to the cosines, if anything.
  /// - Returns: `[1+N, Q]`.
  func similarity(of tokens: Tensor, under surgery: FeatureSurgery?) -> Tensor {
    similarity(ofNormalised: tokenNormalisation.normalised(tokens), under: surgery)
  }

  /// The similarities of an image's class token.
  ///
  /// - Parameters:
  ///   - tokens: As in ``similarity(of:under:)``.
  ///   - surgery: As in ``similarity(of:under:)``.
  /// - Returns: `[1, Q]`.
  func classTokenSimilarity(of tokens: Tensor, under surgery: FeatureSurgery?) -> Tensor {
    // Which other tokens there are matters to the length only where that runs over tokens.
    let width = tokens.shape[1]
    let classToken = tokenNormalisation.normalised(tokens).elements.prefix(width)
    return similarity(
      ofNormalised: Tensor(shape: [1, width], elements: Array(classToken)), under: surgery)
  }

  private func similarity(ofNormalised tokens: Tensor, under surgery: FeatureSurgery?) -> Tensor {
    guard let surgery else { return classifier.cosines(of: tokens, using: multiplier) }
    if let redundantFeature {
      return FeatureSurgery.similarity(
        of: tokens, toEach: classifier.features, without: redundantFeature, using: multiplier)
    }
    return surgery.similarity(fromCosines: classifier.cosines(of: tokens, using: multiplier))
  }
}
