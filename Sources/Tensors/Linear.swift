/// A learned linear map of rows: y = x · Wᵀ + b.
public struct Linear: Sendable {
  /// W, `[outputs, inputs]`, as checkpoints store it.
  public let weight: Tensor

  /// b, `[outputs]`, or `nil` where the map has none.
  public let bias: [Float]?

  /// Creates a layer from its learned parameters.
  ///
  /// - Precondition: `weight` is `[outputs, inputs]` and `bias`, if any, has one element an output.
  public init(weight: Tensor, bias: [Float]?) {
    precondition(weight.shape.count == 2, "A linear map takes a matrix, not \(weight.shape)")
    if let bias {
      precondition(
        bias.count == weight.shape[0], "\(bias.count) biases for \(weight.shape[0]) outputs")
    }
    self.weight = weight
    self.bias = bias
  }

  /// The number of features that go in.
  public var inputWidth: Int { weight.shape[1] }

  /// The number of features that come out.
  public var outputWidth: Int { weight.shape[0] }

  /// The mapped rows `[M, outputs]` of `[M, inputs]`.
  ///
  /// - Complexity: O(M · inputs · outputs); allocates the result.
  public func callAsFunction(_ rows: Tensor, using multiplier: some MatrixMultiplier) -> Tensor {
    var result = Tensor(zeros: [rows.shape[0], outputWidth])
    apply(to: rows, into: &result, using: multiplier)
    return result
  }

  /// Writes the mapped rows over `result`, or adds them to it.
  ///
  /// - Parameters:
  ///   - rows: `[M, inputs]`.
  ///   - result: `[M, outputs]`.
  ///   - multiplier: What multiplies.
  ///   - accumulates: Whether the mapped rows are added to what `result` holds, as a residual
  ///     connection wants.
  /// - Precondition: the shapes are as stated.
  /// - Complexity: O(M · inputs · outputs); allocates nothing.
  public func apply(
    to rows: Tensor, into result: inout Tensor, using multiplier: some MatrixMultiplier,
    accumulating accumulates: Bool = false
  ) {
    precondition(
      rows.shape.count == 2 && rows.shape[1] == inputWidth
        && result.shape == [rows.shape[0], outputWidth],
      "Rows \(rows.shape) into \(result.shape) do not fit a map of \(weight.shape)")
    let layout = MatrixLayout(rows: rows.shape[0], columns: inputWidth)
    var target = result.elements.mutableSpan
    apply(
      to: rows.elements.span, layout,
      into: &target, MatrixLayout(rows: rows.shape[0], columns: outputWidth),
      using: multiplier, accumulating: accumulates)
  }

  /// Writes mapped rows that lie within a buffer over others, or adds them to these.
  ///
  /// - Precondition: the rows that go in are ``inputWidth`` wide, and those that come out are
  ///   ``outputWidth`` wide and lie without gaps.
  func apply(
    to rows: Span<Float>, _ layout: MatrixLayout,
    into result: inout MutableSpan<Float>, _ resultLayout: MatrixLayout,
    using multiplier: some MatrixMultiplier, accumulating accumulates: Bool
  ) {
    if let bias {
      let bias = bias.span
      for row in 0..<resultLayout.rows {
        let start = resultLayout.offset + row * outputWidth
        if accumulates {
          for column in 0..<bias.count { result[start + column] += bias[column] }
        } else {
          for column in 0..<bias.count { result[start + column] = bias[column] }
        }
      }
    }
    multiplier.multiply(
      rows, layout,
      by: weight.elements.span, MatrixLayout(rows: outputWidth, columns: inputWidth),
      transposingRight: true, scale: 1,
      into: &result, resultLayout, accumulating: accumulates || bias != nil)
  }
}
