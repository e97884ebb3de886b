import Tensors

extension Tensor {
  /// Some neighbouring rows of a matrix `[M, D]`, as a matrix of their own.
  ///
  /// All rows cost nothing; fewer are copied.
  func rows(_ range: Range<Int>) -> Tensor {
    guard range != 0..<shape[0] else { return self }
    let width = shape[1]
    return Tensor(
      shape: [range.count, width],
      elements: Array(elements[(range.lowerBound * width)..<(range.upperBound * width)]))
  }

  /// The matrices one above the other.
  ///
  /// - Precondition: there is at least one, and all are equally wide.
  static func stacked(_ parts: [Tensor]) -> Tensor {
    Tensor(
      shape: [parts.reduce(0) { $0 + $1.shape[0] }, parts[0].shape[1]],
      elements: parts.flatMap(\.elements))
  }
}
