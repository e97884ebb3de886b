public import Tensors

extension FeatureSurgery {
  /// The similarities after surgery, of one image or of several.
  ///
  /// The reference weighs a tensor of N × Q × D products and sums it; as the weights do not depend on
  /// the features, that is the product of the two matrices of features, weighted.
  ///
  /// - Parameter cosines: The cosine of each token with each query, `[1+N, Q]`, or `[B, 1+N, Q]` for
  ///   B images, each with its class token first. N may be 0: the class token alone is what
  ///   multi-label recognition scores.
  /// - Returns: A tensor of the same shape.
  /// - Precondition: there are two or three axes, and each image has its class token and a query.
  /// - Complexity: O(B·N·Q).
  public func similarity(fromCosines cosines: Tensor) -> Tensor {
    let shape = cosines.shape
    precondition(
      (2...3).contains(shape.count) && shape.suffix(2).allSatisfy { $0 > 0 },
      "Cosines have the shape [1+N, Q] or [B, 1+N, Q], not \(shape)")
    let (rows, queries) = (shape[shape.count - 2], shape[shape.count - 1])
    let images = cosines.count / (rows * queries)
    let source = cosines.elements.span
    var result = cosines
    var target = result.elements.mutableSpan
    for image in 0..<images {
      let start = image * rows * queries
      let weightRows = variant == .firstRelease ? rows : 1
      let weights = self.weights(
        of: source.extracting(start..<(start + weightRows * queries)), queries: queries)
      for row in 0..<rows {
        let first = start + row * queries
        let firstWeight = weightRows == 1 ? 0 : row * queries
        var redundant: Float = 0
        for query in 0..<queries {
          redundant += weights[firstWeight + query] * source[first + query]
        }
        redundant /= Float(queries)
        for query in 0..<queries {
          let factor = variant == .paper ? 1 : weights[firstWeight + query]
          target[first + query] = factor * source[first + query] - redundant
        }
      }
    }
    return result
  }

  /// The weights of each row's queries: its softmax at τ, divided by the mean.
  private func weights(of cosines: Span<Float>, queries: Int) -> [Float] {
    var weights = cosines.indices.map { cosines[$0] * temperature }
    let rows = MatrixLayout(rows: cosines.count / queries, columns: queries)
    var span = weights.mutableSpan
    Softmax.apply(toRowsOf: &span, rows)
    // A softmax sums to one, so its mean is 1 / Q.
    for index in weights.indices { weights[index] *= Float(queries) }
    return weights
  }
}
