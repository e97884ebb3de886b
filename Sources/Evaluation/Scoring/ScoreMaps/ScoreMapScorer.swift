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

  private func scorer(with texts: ScoreMapSource.TextFeatures, of classes: QueryClasses)
    -> TokenScorer
  {
    TokenScorer(
      classifier: TextClassifier(features: texts.features, classOfQuery: classes.classOfQuery),
      multiplier: multiplier, tokenNormalisation: tokenNormalisation,
      redundantFeature: texts.redundantFeature)
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
    try folder.sources.map { source in
      let file = try source.file(of: image.id)
      switch source.reading {
      case .scores: return try source.placeScores(in: file)
      case .tokens(let texts):
        let tokens = try source.tokens(in: file, width: texts.features.shape[1])
        let grid = try file.grid(ofPatches: tokens.shape[0] - 1)
        return scorer(with: texts, of: source.classes)
          .similarity(of: tokens, under: texts.featureSurgery)
          .patchGrid(rows: grid.rows, columns: grid.columns)
      }
    }
  }

  func imageScores(of image: SampleImage) throws -> [Tensor] {
    try folder.sources.map { source in
      let file = try source.file(of: image.id)
      switch source.reading {
      case .scores: return try source.imageScores(in: file)
      case .tokens(let texts):
        let tokens = try source.tokens(in: file, width: texts.features.shape[1])
        return scorer(with: texts, of: source.classes)
          .classTokenSimilarity(of: tokens, under: texts.featureSurgery)
      }
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
