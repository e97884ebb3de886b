/// The seam behind which matrices are multiplied.
///
/// Everything above asks this protocol and none knows the library that answers.
public protocol MatrixMultiplier: Sendable {
  /// The library, its version and the processor kernels it chose, for example
  /// `OpenBLAS 0.3.21 SkylakeX`; recorded in every result.
  var name: String { get }

  /// Computes `result ← scale · left · right` or, transposing, `result ← scale · left · rightᵀ`.
  ///
  /// - Parameters:
  ///   - left: The buffer that holds the `[M, K]` matrix at `leftLayout`.
  ///   - leftLayout: Where the left matrix lies.
  ///   - right: The buffer that holds the `[K, N]` matrix, or `[N, K]` when it is transposed.
  ///   - rightLayout: Where the right matrix lies, as stored.
  ///   - transposesRight: Whether the right matrix is multiplied transposed, as weights
  ///     `[outputs, inputs]` are.
  ///   - scale: A factor for the product.
  ///   - result: The buffer that receives the `[M, N]` product at `resultLayout`.
  ///   - resultLayout: Where the product goes.
  ///   - accumulates: Whether the product is added to what `result` holds.
  /// - Precondition: the shapes agree and each layout lies inside its buffer.
  /// - Complexity: O(M·N·K).
  func multiply(
    _ left: Span<Float>, _ leftLayout: MatrixLayout,
    by right: Span<Float>, _ rightLayout: MatrixLayout,
    transposingRight transposesRight: Bool,
    scale: Float,
    into result: inout MutableSpan<Float>, _ resultLayout: MatrixLayout,
    accumulating accumulates: Bool
  )
}
