/// A dense, row-major array of Float32 values with a shape.
///
/// The last axis is contiguous: element `[i, j]` of a `[M, N]` tensor lies at `i * N + j`.
public struct Tensor: Sendable, Equatable {
  /// The extent of each axis, slowest first, for example `[rows, columns]`.
  public let shape: [Int]

  /// The values in row-major order.
  ///
  /// Values may be changed in place; their number stays the product of `shape`. (An observer that
  /// checked this would keep the compiler from lending the storage as a span.)
  public var elements: [Float]

  /// Creates a tensor over the given elements.
  ///
  /// - Precondition: `elements.count` is the product of `shape`, and no extent is negative.
  public init(shape: [Int], elements: [Float]) {
    precondition(shape.allSatisfy { $0 >= 0 }, "Negative extent in shape \(shape)")
    let expected = shape.reduce(1, *)
    precondition(
      elements.count == expected,
      "A tensor of shape \(shape) holds \(expected) elements, not \(elements.count)")
    self.shape = shape
    self.elements = elements
  }

  /// Creates a tensor of the given shape with every element set to zero.
  public init(zeros shape: [Int]) {
    self.init(shape: shape, elements: [Float](repeating: 0, count: shape.reduce(1, *)))
  }

  /// The number of elements.
  public var count: Int { elements.count }

  /// The same elements, in the same order, under another shape.
  ///
  /// - Precondition: both shapes hold the same number of elements.
  public func reshaped(to shape: [Int]) -> Tensor {
    Tensor(shape: shape, elements: elements)
  }
}
