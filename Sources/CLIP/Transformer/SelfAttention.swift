import Checkpoints
import Tensors

/// Multi-head self-attention: proj(concat over heads of softmax(s·A Bᵀ) V) with s = 1/√(head width)
/// (Vaswani et al., arXiv 1706.03762, section 3.2).
///
/// A and B are Q and K, or V twice where surgery wants it.
struct SelfAttention: Sendable {
  /// The number of heads.
  let headCount: Int

  /// Wqkv, `[3·D, D]`.
  let input: Linear

  /// The projection of the heads' results, `[D, D]`.
  let output: Linear

  init(headCount: Int, weights: WeightReader) throws(CheckpointError) {
    self.headCount = headCount
    input = try weights.linear("in_proj", separator: "_")
    output = try weights.linear("out_proj")
  }

  /// The queries, keys and values of normalised token rows `[N, D]`.
  func queryKeyValue(
    of rows: Tensor, using multiplier: some MatrixMultiplier
  ) -> QueryKeyValue {
    QueryKeyValue(rows: input(rows, using: multiplier), headCount: headCount)
  }

  /// softmax(s·A Bᵀ) V of each head, before the projection.
  ///
  /// Scores exist for ``blockSize`` queries and one head at a time, so that they stay in the
  /// processor's second-level cache between the two products and no N × N matrix is ever made.
  ///
  /// - Parameters:
  ///   - similarity: What A and B are.
  ///   - qkv: The tokens' queries, keys and values.
  ///   - spans: The sequences, each on its own.
  ///   - isCausal: Whether a token sees only itself and those in front of it.
  ///   - multiplier: What multiplies.
  /// - Returns: One row for each query of each span, in their order: `[Σ queries, D]`.
  func attended(
    _ similarity: AttentionSimilarity, in qkv: QueryKeyValue, over spans: [AttentionSpan],
    isCausal: Bool = false, using multiplier: some MatrixMultiplier
  ) -> Tensor {
    let (width, headWidth) = (qkv.width, qkv.headWidth)
    let scale = 1 / Float(headWidth).squareRoot()
    let (asking, asked): (QueryKeyValue.Part, QueryKeyValue.Part) =
      similarity == .queryKey ? (.query, .key) : (.value, .value)
    let inputs = qkv.rows.elements.span
    var result = Tensor(zeros: [spans.reduce(0) { $0 + $1.queries.count }, width])
    var scores = [Float](
      repeating: 0,
      count: spans.map { min(Self.blockSize, $0.queries.count) * $0.keys.count }.max() ?? 0)
    var sums = [Float](repeating: 0, count: Self.blockSize)

    var resultRow = 0
    for span in spans {
      for head in 0..<headCount {
        for start in stride(from: 0, to: span.queries.count, by: Self.blockSize) {
          let queries = span.queries.dropFirst(start).prefix(Self.blockSize)
          let keys = isCausal ? span.keys.prefix(through: queries.upperBound - 1) : span.keys
          let scoreLayout = MatrixLayout(rows: queries.count, columns: keys.count)
          let resultLayout = MatrixLayout(
            rows: queries.count, columns: headWidth, rowStride: width,
            offset: (resultRow + start) * width + head * headWidth)

          var scoreSpan = scores.mutableSpan
          multiplier.multiply(
            inputs, qkv.layout(of: asking, head: head, tokens: queries),
            by: inputs, qkv.layout(of: asked, head: head, tokens: keys),
            transposingRight: true, scale: scale, into: &scoreSpan, scoreLayout,
            accumulating: false)
          if isCausal { Self.hideFuture(of: queries, from: keys, in: &scoreSpan) }
          Softmax.exponentiate(rowsOf: &scoreSpan, scoreLayout, sums: &sums)
          var target = result.elements.mutableSpan
          multiplier.multiply(
            scoreSpan.span, scoreLayout,
            by: inputs, qkv.layout(of: .value, head: head, tokens: keys),
            transposingRight: false, scale: 1, into: &target, resultLayout,
            accumulating: false)
          Self.divide(&target, resultLayout, by: sums.span)
        }
      }
      resultRow += span.queries.count
    }
    return result
  }

  /// The number of queries whose scores are held at a time.
  static let blockSize = 128

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
