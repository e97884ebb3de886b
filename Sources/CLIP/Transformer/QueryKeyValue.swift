import Tensors

/// The queries, keys and values of all tokens and heads, side by side in one matrix `[N, 3·D]`.
///
/// Each head's part is read in place by its layout; nothing is copied.
struct QueryKeyValue {
  /// One of the three products of a token.
  enum Part: Int {
    case query
    case key
    case value
  }

  /// The matrix `[N, 3·D]`: a row holds a token's queries, then its keys, then its values.
  let rows: Tensor

  /// The number of attention heads.
  let headCount: Int

  /// D, the number of features of a token.
  var width: Int { rows.shape[1] / 3 }

  /// The number of features of one head.
  var headWidth: Int { width / headCount }

  /// N, the number of tokens.
  var tokenCount: Int { rows.shape[0] }

  /// Some tokens attending to all, as in a matrix that holds a single sequence.
  func span(asking queries: Range<Int>) -> AttentionSpan {
    AttentionSpan(queries: queries, keys: 0..<tokenCount)
  }

  /// Where one head's part of some tokens lies.
  func layout(of part: Part, head: Int, tokens: Range<Int>) -> MatrixLayout {
    MatrixLayout(
      rows: tokens.count, columns: headWidth, rowStride: 3 * width,
      offset: tokens.lowerBound * 3 * width + part.rawValue * width + head * headWidth)
  }
}
