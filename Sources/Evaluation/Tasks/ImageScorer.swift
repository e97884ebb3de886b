import CLIP
import Checkpoints
import Imaging
import OpenVocabulary
import Tensors

/// Scores an image's tokens with the texts of all classes, under each method at each input size.
///
/// What methods share at a size is computed once.
struct ImageScorer: Sendable {
  /// How the tokens of one image go with the texts, in one row.
  struct Scores: Sendable {
    /// The image's patches.
    let grid: (rows: Int, columns: Int)

    /// The similarities `[1+N, Q]`, the class token's first.
    let similarity: Tensor

    /// The similarities `[rows, columns, Q]` of the patches.
    var patches: Tensor { similarity.patchGrid(rows: grid.rows, columns: grid.columns) }
  }

  let model: CLIPModel
  let multiplier: any MatrixMultiplier
  let classifier: TextClassifier
  let rows: [ScoredMethod]
  let tokenNormalisation: TokenNormalisation

  /// The feature of the empty text, where every text stands for itself; `nil` where the texts are a list
  /// whose classes share what feature surgery takes out.
  let redundantFeature: Tensor?

  /// Scores an image of any size, once for each row.
  ///
  /// - Throws: `CLIPError` when the patches do not divide an input size.
  func scores(of image: RGBImage) throws -> [Scores] {
    try tokens(of: image) { row, grid, tokens in
      Scores(grid: grid, similarity: similarity(of: tokens, under: row.method))
    }
  }

  /// Scores an image's class token alone.
  ///
  /// - Returns: For each row the similarities `[1, Q]`.
  /// - Throws: `CLIPError` when the patches do not divide an input size.
  func classTokenScores(of image: RGBImage) throws -> [Tensor] {
    // Which other tokens there are matters to the length only where that runs over tokens.
    try tokens(of: image) { row, _, tokens in
      let classToken = Tensor(
        shape: [1, tokens.shape[1]], elements: Array(tokens.elements.prefix(tokens.shape[1])))
      return similarity(of: classToken, under: row.method)
    }
  }

  /// What is made of the normalised tokens of each row; rows of one input size share what they can.
  private func tokens<Result>(
    of image: RGBImage,
    _ body: (ScoredMethod, (rows: Int, columns: Int), Tensor) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    var start = 0
    while start < rows.count {
      let sharing = rows[start...].prefix { $0.inputSize == rows[start].inputSize }
      let (grid, tokens) = try model.imageTokens(
        of: image, at: rows[start].inputSize, under: sharing.map(\.method.attention))
      for (row, tokens) in zip(sharing, tokens) {
        results.append(try body(row, grid, tokenNormalisation.normalised(tokens)))
      }
      start = sharing.endIndex
    }
    return results
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
  /// The similarities `[rows, columns, C]` of some classes; the best of a class's texts speaks for it.
  func classGrid(of classes: [Int], by classifier: TextClassifier) -> Tensor {
    similarity.bestOfQueries(classes.map { classifier.queriesOfClass[$0] })
      .patchGrid(rows: grid.rows, columns: grid.columns)
  }
}
