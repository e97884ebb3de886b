import CLIP
import Foundation
import Imaging
import OpenVocabulary
import Tensors

/// Scores an image with the texts of all classes through the network, under each method at each input
/// size.
///
/// The image is decoded once; what methods share at a size is computed once.
struct ImageScorer: Sendable {
  let model: CLIPModel
  let methods: [ScoredMethod]
  let texts: TokenScorer

  /// The similarities of the patches of an image of any size.
  ///
  /// - Returns: For each row `[rows, columns, Q]`.
  /// - Throws: `CLIPError` when the patches do not divide an input size.
  func patchScores(of image: RGBImage) throws -> [Tensor] {
    try tokens(of: image) { method, grid, tokens in
      texts.similarity(of: tokens, under: method.featureSurgery)
        .patchGrid(rows: grid.rows, columns: grid.columns)
    }
  }

  /// What is made of the tokens of each row; rows of one input size share what they can.
  private func tokens<Result>(
    of image: RGBImage,
    _ body: (Method, (rows: Int, columns: Int), Tensor) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    var start = 0
    while start < methods.count {
      let sharing = methods[start...].prefix { $0.inputSize == methods[start].inputSize }
      let (grid, tokens) = try model.imageTokens(
        of: image, at: methods[start].inputSize, under: sharing.map(\.method.attention))
      for (row, tokens) in zip(sharing, tokens) {
        results.append(try body(row.method, grid, tokens))
      }
      start = sharing.endIndex
    }
    return results
  }
}

extension ImageScorer: SampleScorer {
  var rows: [ScoredRow] {
    methods.map {
      ScoredRow(
        name: $0.name,
        similarity: $0.method.featureSurgery == nil ? .cosine : .featureSurgery,
        classes: texts.classifier.classes)
    }
  }

  func patchScores(of image: SampleImage, fitting truth: TruthSize) throws -> [Tensor] {
    let pixels = try RGBImage(contentsOf: image.file)
    try truth.check(width: pixels.width, height: pixels.height, of: image.file)
    return try patchScores(of: pixels)
  }

  func imageScores(of image: SampleImage) throws -> [Tensor] {
    try tokens(of: RGBImage(contentsOf: image.file)) { method, _, tokens in
      texts.classTokenSimilarity(of: tokens, under: method.featureSurgery)
    }
  }

  func files(of image: SampleImage, row: Int) -> [String: URL] { ["image": image.file] }
}
