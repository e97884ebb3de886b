public import Tensors

extension PointPrompts {
  /// Chooses points for several texts together, such as the parts of a thing.
  ///
  /// Each text's own map gives its positive points, one text after another; the negative points are
  /// those of the mean of the maps, each scaled from 0 to 1 before. Both are chosen as
  /// ``init(from:width:height:threshold:)`` does for one text; with one text the two are the same. The
  /// released code of CLIP Surgery combines "a+b" so.
  ///
  /// - Parameters:
  ///   - similarity: `[rows, columns, Q]`.
  ///   - queries: The texts that are combined, as places among the Q.
  ///   - width: The width of the image in pixels.
  ///   - height: The height of the image in pixels.
  ///   - threshold: What a positive cell has to score, from 0 to 1.
  /// - Throws: ``OpenVocabularyError/scoreNotFinite(got:row:column:query:)``.
  /// - Precondition: there is a query, each is one of the Q, and the grid has a patch.
  public init(
    combining similarity: Tensor, queries: [Int], width: Int, height: Int,
    threshold: Float = defaultThreshold
  ) throws(OpenVocabularyError) {
    precondition(!queries.isEmpty, "No texts give no points")
    let each = try queries.map { query throws(OpenVocabularyError) in
      try PointPrompts(
        from: similarity.plane(ofQuery: query), width: width, height: height,
        threshold: threshold)
    }
    guard queries.count > 1 else {
      self = each[0]
      return
    }
    let maps = try ScoreMap(of: similarity).scores
    var mean = Tensor(zeros: [similarity.shape[0], similarity.shape[1], 1])
    for query in queries {
      let plane = maps.plane(ofQuery: query)
      for cell in mean.elements.indices {
        mean.elements[cell] += plane.elements[cell] / Float(queries.count)
      }
    }
    let together = try PointPrompts(
      from: mean, width: width, height: height, threshold: threshold)
    self.init(positives: each.flatMap(\.positives), negatives: together.negatives)
  }
}

extension Tensor {
  /// One query's scores `[rows, columns, 1]` of `[rows, columns, Q]`.
  fileprivate func plane(ofQuery query: Int) -> Tensor {
    precondition(
      shape.count == 3 && (0..<shape[2]).contains(query), "Query \(query) of scores \(shape)")
    return Tensor(
      shape: [shape[0], shape[1], 1],
      elements: stride(from: query, to: count, by: shape[2]).map { elements[$0] })
  }
}
