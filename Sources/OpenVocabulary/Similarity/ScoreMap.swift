public import Tensors

/// How strongly each patch shows each query, from 0 (least of the image) to 1 (most).
///
/// Each query is scaled by itself: its lowest patch becomes 0 and its highest 1, whether or not the
/// image shows it. A map therefore says where, never whether.
public struct ScoreMap: Sendable, Equatable {
  /// The scores `[rows, columns, Q]`, in [0, 1].
  public let scores: Tensor

  /// Scales similarities `[rows, columns, Q]`: `(s − min) / (max − min)` over the patches.
  ///
  /// A query whose similarity is the same everywhere becomes 0 everywhere; the reference divides 0 by
  /// 0.
  ///
  /// - Throws: ``OpenVocabularyError/scoreNotFinite(got:row:column:query:)``.
  /// - Precondition: there are three axes and no extent is zero.
  public init(of similarity: Tensor) throws(OpenVocabularyError) {
    try similarity.requireFiniteScores()
    let queries = similarity.shape[2]
    var lowest = Array(similarity.elements.prefix(queries))
    var highest = lowest
    for (index, score) in similarity.elements.enumerated() {
      let query = index % queries
      lowest[query] = min(lowest[query], score)
      highest[query] = max(highest[query], score)
    }
    var scores = similarity
    for index in 0..<scores.count {
      let query = index % queries
      let range = highest[query] - lowest[query]
      scores.elements[index] = range > 0 ? (scores.elements[index] - lowest[query]) / range : 0
    }
    self.scores = scores
  }

  /// The scores of one query at an image's own size, row by row; as ``resampled(toHeight:width:)``
  /// gives them.
  ///
  /// - Complexity: O(height · width).
  public func resampled(query: Int, toHeight height: Int, width: Int) -> [Float] {
    let queries = scores.shape[2]
    precondition((0..<queries).contains(query), "Query \(query) of \(queries)")
    let plane = stride(from: query, to: scores.count, by: queries).map { scores.elements[$0] }
    return Tensor(shape: [scores.shape[0], scores.shape[1], 1], elements: plane)
      .resampledBilinearly(toHeight: height, width: width).elements
  }

  /// The scores `[height, width, Q]` at an image's own size, bilinear as PyTorch's `interpolate` with
  /// `align_corners=False`.
  public func resampled(toHeight height: Int, width: Int) -> Tensor {
    scores.resampledBilinearly(toHeight: height, width: width)
  }
}
