/// Turns rows of scores into rows of weights that sum to one: softmax(s)ⱼ = e^(sⱼ − m) / Σₖ e^(sₖ − m)
/// with m = maxₖ sₖ.
public enum Softmax {
  /// Replaces each row of the matrix by its softmax.
  ///
  /// - Complexity: O(rows · columns), three passes over each row while it lies in the cache.
  public static func apply(toRowsOf scores: inout MutableSpan<Float>, _ layout: MatrixLayout) {
    for range in rows(of: layout, in: scores.count) {
      let sum = VectorKernels.exponentiate(&scores, in: range)
      VectorKernels.scale(&scores, in: range, by: 1 / sum)
    }
  }

  /// Replaces each row by e^(sⱼ − m) and gives each row's sum.
  ///
  /// Whoever multiplies the rows by a matrix divides the much shorter product by the sums instead,
  /// which saves a pass.
  ///
  /// - Parameters:
  ///   - scores: The buffer that holds the matrix.
  ///   - layout: Where the matrix lies.
  ///   - sums: Receives one sum a row.
  /// - Precondition: `sums` holds at least as many elements as the matrix has rows.
  /// - Complexity: O(rows · columns), two passes over each row.
  public static func exponentiate(
    rowsOf scores: inout MutableSpan<Float>, _ layout: MatrixLayout, sums: inout [Float]
  ) {
    precondition(
      sums.count >= layout.rows, "\(sums.count) sums do not suffice for \(layout.rows) rows")
    for (row, range) in rows(of: layout, in: scores.count).enumerated() {
      sums[row] = VectorKernels.exponentiate(&scores, in: range)
    }
  }

  private static func rows(
    of layout: MatrixLayout, in count: Int
  ) -> some Sequence<Range<Int>> {
    precondition(
      layout.end <= count, "A matrix that ends at \(layout.end) reaches past \(count) scores")
    precondition(layout.columns > 0 || layout.rows == 0, "A row without scores has no softmax")
    return (0..<layout.rows).lazy.map { row in
      let start = layout.offset + row * layout.rowStride
      return start..<(start + layout.columns)
    }
  }
}
