/// One independent sequence within a matrix of token rows: which rows ask, and which they see.
struct AttentionSpan {
  /// The rows that attend.
  var queries: Range<Int>

  /// The rows that they attend to.
  var keys: Range<Int>
}
