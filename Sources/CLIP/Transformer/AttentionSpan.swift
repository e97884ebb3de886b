/// One independent sequence within a matrix of token rows: which rows ask, and which they see.
struct AttentionSpan {
  /// The rows that attend.
  var queries: Range<Int>

  /// The rows that they attend to.
  var keys: Range<Int>

  /// The queries in blocks of nearly equal size, about 128 rows each.
  ///
  /// A thousand tokens' scores for 128 queries take half a megabyte, which second-level caches hold.
  var blocks: [Range<Int>] {
    let count = max(1, (queries.count + 64) / 128)
    return (0..<count).map { block in
      let bounds = [block, block + 1].map { queries.lowerBound + queries.count * $0 / count }
      return bounds[0]..<bounds[1]
    }
  }

  /// The number of queries in the longest block.
  var longestBlock: Int { blocks.lazy.map(\.count).max() ?? 0 }
}
