/// Reads extents from the few tensors that tell an architecture, and notes those that cannot.
struct ExtentReader {
  let shapes: [String: [Int]]
  private(set) var differences: [TensorDifference] = []

  init(shapes: [String: [Int]]) {
    self.shapes = shapes
  }

  /// The extents of a tensor with as many axes as given, or ones where there is no such tensor.
  mutating func extents(of name: String, _ axes: [String]) -> [Int] {
    let expected = "[\(axes.joined(separator: ", "))]"
    guard let shape = shapes[name] else {
      differences.append(.missing(name, expected: expected))
      return axes.map { _ in 1 }
    }
    guard shape.count == axes.count, !shape.contains(0) else {
      differences.append(.misshaped(name, got: shape, expected: expected))
      return axes.map { _ in 1 }
    }
    return shape
  }

  /// The side of the square grid that a position table of `1 + side²` rows is for, rounded.
  func gridSide(ofRows rowCount: Int) -> Int {
    Int(Double(max(1, rowCount - 1)).squareRoot().rounded())
  }

  /// The number of blocks whose tensors' names continue `prefix` with the block's number; at least 1.
  func blockCount(_ prefix: String) -> Int {
    let numbers = Set(
      shapes.keys.lazy.filter { $0.hasPrefix(prefix) }
        .map { $0.dropFirst(prefix.count).prefix { $0 != "." } })
    return max(1, numbers.count)
  }
}
