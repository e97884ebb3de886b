import CLIP
import Checkpoints
import Imaging
import OpenVocabulary
import Tensors

/// Scores an image's tokens with the texts of all classes, under each method.
///
/// What methods share is computed once.
struct ImageScorer: Sendable {
  /// How the tokens of one image go with the texts.
  struct Scores: Sendable {
    /// The image's patches.
    let grid: (rows: Int, columns: Int)

    /// For each method the similarities `[1+N, Q]`, the class token's first.
    let similarities: [Tensor]
  }

  let model: CLIPModel
  let multiplier: any MatrixMultiplier
  let classifier: TextClassifier
  let methods: [Method]
  let inputSize: InputSize
  let tokenNormalisation: TokenNormalisation

  /// The feature of the empty text, where every text stands for itself; `nil` where the texts are a list
  /// whose classes share what feature surgery takes out.
  let redundantFeature: Tensor?

  /// Scores an image of any size.
  ///
  /// - Throws: `CLIPError` when the patches do not divide the input size.
  func scores(of image: RGBImage) throws -> Scores {
    let (grid, tokens) = try model.imageTokens(
      of: image, at: inputSize, under: methods.map(\.attention))
    let similarities = zip(methods, tokens).map { method, tokens in
      similarity(of: tokenNormalisation.normalised(tokens), under: method)
    }
    return Scores(grid: grid, similarities: similarities)
  }

  /// Scores an image's class token alone.
  ///
  /// - Returns: For each method the similarities `[1, Q]`.
  /// - Throws: `CLIPError` when the patches do not divide the input size.
  func classTokenScores(of image: RGBImage) throws -> [Tensor] {
    let (_, tokens) = try model.imageTokens(
      of: image, at: inputSize, under: methods.map(\.attention))
    return zip(methods, tokens).map { method, tokens in
      // Which other tokens there are matters to the length only where that runs over tokens.
      let normalised = tokenNormalisation.normalised(tokens)
      let classToken = Tensor(
        shape: [1, normalised.shape[1]],
        elements: Array(normalised.elements.prefix(normalised.shape[1])))
      return similarity(of: classToken, under: method)
    }
  }

  /// What a method makes of normalised tokens and the texts, `[1+N, Q]`.
  private func similarity(of tokens: Tensor, under method: Method) -> Tensor {
    guard let featureSurgery = method.featureSurgery else {
      return classifier.cosines(of: tokens, using: multiplier)
    }
    if let redundantFeature {
      return FeatureSurgery.similarity(
        of: tokens, toEach: classifier.features, without: redundantFeature, using: multiplier)
    }
    return featureSurgery.similarity(
      fromCosines: classifier.cosines(of: tokens, using: multiplier))
  }
}

extension ImageScorer.Scores {
  /// Each method's similarities `[rows, columns, C]` of some classes; the best of a class's texts
  /// speaks for it.
  func classGrids(of classes: [Int], by classifier: TextClassifier) -> [Tensor] {
    let queries = classes.map { classifier.queriesOfClass[$0] }
    return similarities.map { similarity in
      similarity.bestOfQueries(queries).patchGrid(rows: grid.rows, columns: grid.columns)
    }
  }
}
