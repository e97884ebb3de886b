import Foundation
import OpenVocabulary
import Tensors

/// Reads an image's scores from files of another program, which may hold tokens that are yet to be held
/// against texts.
///
/// No image is opened: the truth alone says how large the prediction is.
struct ScoreMapScorer: Sendable {
  let folder: ScoreMapFolder
  let multiplier: any MatrixMultiplier
  let tokenNormalisation: TokenNormalisation

  /// What each row makes of its file of an image: of scores that are stated, or of tokens.
  private func scores(
    of image: SampleImage, stated: (ScoreMapSource, ScoreMapFile) throws -> Tensor,
    fromTokens: (TokenScorer, FeatureSurgery?, Tensor, ScoreMapFile) throws -> Tensor
  ) throws -> [Tensor] {
    try folder.sources.map { source in
      let file = try source.file(of: image.id)
      switch source.reading {
      case .scores: return try stated(source, file)
      case .tokens(let texts):
        let scorer = TokenScorer(
          classifier: texts.classifier, multiplier: multiplier,
          tokenNormalisation: tokenNormalisation,
          redundantFeature: texts.redundantFeature)
        let tokens = try source.tokens(in: file, width: texts.classifier.features.shape[1])
        return try fromTokens(scorer, texts.featureSurgery, tokens, file)
      }
    }
  }
}

extension ScoreMapScorer: SampleScorer {
  var rows: [ScoredRow] {
    folder.sources.map { source in
      let similarity: ScoredRow.Similarity =
        switch source.reading {
        case .scores: .stated
        case .tokens(let texts): texts.featureSurgery == nil ? .cosine : .featureSurgery
        }
      return ScoredRow(name: source.name, similarity: similarity, classes: source.classes)
    }
  }

  func patchScores(of image: SampleImage, fitting truth: TruthSize) throws -> [Tensor] {
    try scores(of: image) { source, file in
      try source.placeScores(in: file)
    } fromTokens: { scorer, surgery, tokens, file in
      let grid = try file.grid(ofPatches: tokens.shape[0] - 1)
      return scorer.similarity(of: tokens, under: surgery)
        .patchGrid(rows: grid.rows, columns: grid.columns)
    }
  }

  func imageScores(of image: SampleImage) throws -> [Tensor] {
    try scores(of: image) { source, file in
      try source.imageScores(in: file)
    } fromTokens: { scorer, surgery, tokens, _ in
      scorer.classTokenSimilarity(of: tokens, under: surgery)
    }
  }

  func files(of image: SampleImage, row: Int) -> [String: URL] {
    let source = folder.sources[row]
    // Where there is none, reading it says so, by the name that it would have.
    let file =
      (try? ScoreMapSource.url(of: image.id, in: source.folder))
      ?? ScoreMapSource.candidates(for: image.id, in: source.folder)[0]
    switch source.reading {
    case .scores: return ["scores": file]
    case .tokens(let texts): return ["scores": file, "text": texts.file]
    }
  }
}
