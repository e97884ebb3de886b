import Tensors

extension QueryKeyValue {
  /// softmax(s·Q Kᵀ) V of each head, before the projection.
  ///
  /// Scores exist for one head and a block of queries at a time, so that they stay in the processor's
  /// second-level cache between the two products and no N × N matrix is ever made.
  ///
  /// - Parameters:
  ///   - spans: The sequences, each on its own.
  ///   - isCausal: Whether a token sees only itself and those in front of it.
  ///   - multiplier: What multiplies.
  /// - Returns: One row for each query of each span, in their order: `[Σ queries, D]`.
  /// - Complexity: O(Σ queries · keys · D); allocates the result and one block's scores.
  func attended(
    over spans: [AttentionSpan], isCausal: Bool = false, using multiplier: some MatrixMultiplier
  ) -> Tensor {
    var result = Tensor(zeros: [spans.reduce(0) { $0 + $1.queries.count }, width])
    let longestBlock = spans.lazy.map(\.longestBlock).max() ?? 0
    let mostKeys = spans.lazy.map(\.keys.count).max() ?? 0
    var scores = [Float](repeating: 0, count: longestBlock * mostKeys)
    var sums = [Float](repeating: 0, count: longestBlock)
    var row = 0
    for span in spans {
      for head in 0..<headCount {
        for queries in span.blocks {
          let keys = isCausal ? span.keys.prefix(through: queries.upperBound - 1) : span.keys
          attend(
            head: head, queries: queries, keys: keys, isCausal: isCausal,
            into: &result, atRow: row + queries.lowerBound - span.queries.lowerBound,
            scores: &scores, sums: &sums, using: multiplier)
        }
      }
      row += span.queries.count
    }
    return result
  }

  /// Attends for one block of queries of one head; `scores` and `sums` are overwritten.
  private func attend(
    head: Int, queries: Range<Int>, keys: Range<Int>, isCausal: Bool,
    into result: inout Tensor, atRow row: Int, scores: inout [Float], sums: inout [Float],
    using multiplier: some MatrixMultiplier
  ) {
    let scoreLayout = MatrixLayout(rows: queries.count, columns: keys.count)
    let resultLayout = MatrixLayout(
      rows: queries.count, columns: headWidth, rowStride: width,
      offset: row * width + head * headWidth)
    var scores = scores.mutableSpan
    multiplier.multiply(
      query.rows.elements.span, query.layout(ofHead: head, width: headWidth, tokens: queries),
      by: key.rows.elements.span, key.layout(ofHead: head, width: headWidth, tokens: keys),
      transposingRight: true, scale: scale, into: &scores, scoreLayout, accumulating: false)
    if isCausal { Self.hideFuture(of: queries, from: keys, in: &scores) }
    Softmax.exponentiate(rowsOf: &scores, scoreLayout, sums: &sums)
    var target = result.elements.mutableSpan
    multiplier.multiply(
      scores.span, scoreLayout,
      by: value.rows.elements.span, value.layout(ofHead: head, width: headWidth, tokens: keys),
      transposingRight: false, scale: 1, into: &target, resultLayout, accumulating: false)
    Self.divide(&target, resultLayout, by: sums.span)
  }

  /// Sets the scores of tokens behind each query to −∞, which softmax turns to nothing.
  private static func hideFuture(
    of queries: Range<Int>, from keys: Range<Int>, in scores: inout MutableSpan<Float>
  ) {
    for (row, query) in queries.enumerated() {
      for column in (query + 1 - keys.lowerBound)..<keys.count {
        scores[row * keys.count + column] = -.infinity
      }
    }
  }

  /// Divides each row by its own number.
  private static func divide(
    _ matrix: inout MutableSpan<Float>, _ layout: MatrixLayout, by divisors: Span<Float>
  ) {
    for row in 0..<layout.rows {
      let factor = 1 / divisors[row]
      let start = layout.offset + row * layout.rowStride
      for index in start..<(start + layout.columns) { matrix[index] *= factor }
    }
  }
}
