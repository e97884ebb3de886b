public import Tensors

/// How image tokens come to unit length before they meet the texts.
public enum TokenNormalisation: String, Sendable, Codable, CaseIterable {
  /// Each token is divided by the length of its features, as the paper's experiments did.
  case features

  /// Each feature is divided by its length over all tokens, the class token included.
  ///
  /// A mistake in the released demo until March 2025, which third-party figures may carry.
  case tokens

  /// The tokens `[1+N, D]`, normalised; what has no length stays zero.
  ///
  /// - Precondition: `tokens` has two axes.
  public func normalised(_ tokens: Tensor) -> Tensor {
    switch self {
    case .features: return tokens.unitRows()
    case .tokens: return tokens.transposed().unitRows().transposed()
    }
  }
}

extension Tensor {
  /// The matrix `[M, N]` as `[N, M]`.
  fileprivate func transposed() -> Tensor {
    precondition(shape.count == 2, "A matrix has two axes, not \(shape)")
    var result = Tensor(zeros: [shape[1], shape[0]])
    var target = result.elements.mutableSpan
    let source = elements.span
    for row in 0..<shape[0] {
      for column in 0..<shape[1] {
        target[column * shape[0] + row] = source[row * shape[1] + column]
      }
    }
    return result
  }
}
