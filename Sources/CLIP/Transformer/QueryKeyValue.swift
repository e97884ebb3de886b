import Tensors

/// The queries, keys and values of all tokens and heads.
///
/// Each head's part is read in place by its layout; nothing is copied.
struct QueryKeyValue {
  /// One of the three products of each token, somewhere in a matrix of token rows.
  struct Part {
    /// The matrix that holds the product, one row a token.
    let rows: Tensor

    /// The column where the product begins.
    var firstColumn = 0

    /// Where one head's part of some tokens lies.
    func layout(ofHead head: Int, width: Int, tokens: Range<Int>) -> MatrixLayout {
      MatrixLayout(
        rows: tokens.count, columns: width, rowStride: rows.shape[1],
        offset: tokens.lowerBound * rows.shape[1] + firstColumn + head * width)
    }
  }

  let query: Part
  let key: Part
  let value: Part

  /// D, the number of features of a token.
  let width: Int

  /// The number of attention heads.
  let headCount: Int

  /// s, the factor of the product of a query and a key.
  let scale: Float

  /// Combines three products.
  ///
  /// - Parameters:
  ///   - query: Q, one row a token.
  ///   - key: K.
  ///   - value: V.
  ///   - width: D.
  ///   - headCount: The number of heads; divides D.
  ///   - sharpness: A factor for s = 1/√(head width).
  init(
    query: Part, key: Part, value: Part, width: Int, headCount: Int, sharpness: Float = 1
  ) {
    self.query = query
    self.key = key
    self.value = value
    self.width = width
    self.headCount = headCount
    scale = sharpness / Float(width / headCount).squareRoot()
  }

  /// Takes a matrix `[N, 3·D]`: a row holds a token's queries, then its keys, then its values.
  init(rows: Tensor, headCount: Int) {
    let width = rows.shape[1] / 3
    self.init(
      query: Part(rows: rows), key: Part(rows: rows, firstColumn: width),
      value: Part(rows: rows, firstColumn: 2 * width), width: width, headCount: headCount)
  }

  /// The same tokens with s·V Vᵀ in the place of s·Q Kᵀ, CLIP Surgery's attention (Li et al.,
  /// arXiv 2304.05653): tokens of like content attend to each other.
  var valueValue: QueryKeyValue {
    QueryKeyValue(query: value, key: value, value: value, width: width, headCount: headCount)
  }

  /// The number of features of one head.
  var headWidth: Int { width / headCount }

  /// N, the number of tokens.
  var tokenCount: Int { value.rows.shape[0] }

  /// Some tokens attending to all, as in a matrix that holds a single sequence.
  func span(asking queries: Range<Int>) -> AttentionSpan {
    AttentionSpan(queries: queries, keys: 0..<tokenCount)
  }
}
