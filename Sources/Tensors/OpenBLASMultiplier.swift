/// Matrix products by OpenBLAS, each on the thread that asks for it.
public struct OpenBLASMultiplier: MatrixMultiplier {
  /// The library's version and the kernels it chose.
  public let name: String

  /// Takes the library as it was loaded and confines each product to one thread.
  public init() {
    OpenBLAS.useOneThread()
    name = "OpenBLAS \(OpenBLAS.version) \(OpenBLAS.coreName)"
  }

  /// Computes one product; see ``MatrixMultiplier``.
  public func multiply(
    _ left: Span<Float>, _ leftLayout: MatrixLayout,
    by right: Span<Float>, _ rightLayout: MatrixLayout,
    transposingRight transposesRight: Bool,
    scale: Float,
    into result: inout MutableSpan<Float>, _ resultLayout: MatrixLayout,
    accumulating accumulates: Bool
  ) {
    let inner = transposesRight ? rightLayout.columns : rightLayout.rows
    let outer = transposesRight ? rightLayout.rows : rightLayout.columns
    precondition(
      leftLayout.columns == inner && resultLayout.rows == leftLayout.rows
        && resultLayout.columns == outer,
      """
      [\(leftLayout.rows), \(leftLayout.columns)] times [\(inner), \(outer)] \
      is no [\(resultLayout.rows), \(resultLayout.columns)]
      """)
    precondition(
      leftLayout.end <= left.count && rightLayout.end <= right.count
        && resultLayout.end <= result.count,
      """
      A matrix reaches past its buffer: \
      \(leftLayout.end) of \(left.count), \(rightLayout.end) of \(right.count), \
      \(resultLayout.end) of \(result.count) elements
      """)
    OpenBLAS.multiply(
      left, leftLayout, by: right, rightLayout, transposingRight: transposesRight, scale: scale,
      into: &result, resultLayout, accumulating: accumulates)
  }
}
