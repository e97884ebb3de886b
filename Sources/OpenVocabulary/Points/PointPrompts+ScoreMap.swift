public import Tensors

extension PointPrompts {
  /// The share of the highest score that a cell needs to be a positive point.
  public static let defaultThreshold: Float = 0.8

  /// Chooses points from the similarity of an image's patches with one text.
  ///
  /// The grid is brought to half its sides, rounded down but never below one cell, by bilinear
  /// interpolation and scaled to scores from 0 to 1. With w × h cells and t the threshold, the n = min(#(score ≥ t), w·h / 2) cells of the
  /// highest scores are positive and the n of the lowest negative; equal scores are ordered by cell. A
  /// point is the middle of its cell. Li et al., arXiv 2304.05653, section 4.4; where two cells score
  /// the same the released code takes them in no defined order.
  ///
  /// A map that is the same everywhere gives no points; so does that of a single patch.
  ///
  /// - Parameters:
  ///   - similarity: `[rows, columns, 1]`.
  ///   - width: The width of the image in pixels.
  ///   - height: The height of the image in pixels.
  ///   - threshold: What a positive cell has to score, from 0 to 1.
  /// - Throws: ``OpenVocabularyError/scoreNotFinite(got:row:column:query:)``.
  /// - Precondition: there is one query, and the grid has a patch.
  public init(
    from similarity: Tensor, width: Int, height: Int, threshold: Float = defaultThreshold
  ) throws(OpenVocabularyError) {
    precondition(
      similarity.shape.count == 3 && similarity.shape[2] == 1 && similarity.count > 0,
      "Points need the similarity [rows, columns, 1] of one text, not \(similarity.shape)")
    let (rows, columns) = (max(1, similarity.shape[0] / 2), max(1, similarity.shape[1] / 2))
    try similarity.requireFiniteScores()
    let map = try ScoreMap(
      of: similarity.resampledBilinearly(toHeight: rows, width: columns))
    self.init(
      ofScores: map.scores.elements, columns: columns, width: width, height: height,
      threshold: threshold)
  }

  /// Chooses points from scores that are scaled already.
  init(ofScores scores: [Float], columns: Int, width: Int, height: Int, threshold: Float) {
    let rows = scores.count / columns
    guard scores.contains(where: { $0 > 0 }) else {
      self.init(positives: [], negatives: [])
      return
    }
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    let count = min(scores.count { $0 >= threshold }, scores.count / 2)
    func point(_ cell: Int) -> Point {
      // Single precision, as the reference scales: in double precision some points lie one pixel on.
      func coordinate(_ index: Int, of cells: Int, along side: Int) -> Int {
        Int(min((Float(index) + 0.5) * Float(Double(side) / Double(cells)), Float(side - 1)))
      }
      return Point(
        x: coordinate(cell % columns, of: columns, along: width),
        y: coordinate(cell / columns, of: rows, along: height))
    }
    self.init(
      positives: order.suffix(count).map(point), negatives: order.prefix(count).map(point))
  }
}
