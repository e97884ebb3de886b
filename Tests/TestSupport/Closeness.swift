public import Tensors
public import Testing

/// How far a computed tensor lies from its reference.
public struct Closeness: Sendable, CustomStringConvertible {
  /// ‖actual − expected‖ / ‖expected‖.
  public let relativeError: Double

  /// The largest absolute difference.
  public let largestDifference: Double

  /// Where the largest difference lies, one index an axis.
  public let position: [Int]

  /// Compares two tensors of one shape.
  public init(of actual: Tensor, to expected: Tensor) {
    precondition(
      actual.shape == expected.shape,
      "Shapes differ: got \(actual.shape), expected \(expected.shape)")
    var difference = 0.0
    var norm = 0.0
    var largest = 0.0
    var index = 0
    for i in 0..<actual.count {
      let delta = Double(actual.elements[i]) - Double(expected.elements[i])
      difference += delta * delta
      norm += Double(expected.elements[i]) * Double(expected.elements[i])
      if !(abs(delta) <= largest) {
        largest = abs(delta)
        index = i
      }
    }
    relativeError = difference == 0 ? 0 : (difference / norm).squareRoot()
    largestDifference = largest
    var position: [Int] = []
    for extent in expected.shape.reversed() where extent > 0 {
      position.insert(index % extent, at: 0)
      index /= extent
    }
    self.position = position
  }

  /// One line for a test's log.
  public var description: String {
    "relative error \(relativeError), largest difference \(largestDifference) at \(position)"
  }
}

/// Expects a tensor to have the shape of its reference and to lie close to it, and prints how close.
///
/// The measure is ‖actual − expected‖ / ‖expected‖ over all elements; a NaN anywhere fails.
@discardableResult
public func expectClose(
  _ actual: Tensor, _ expected: Tensor, relative tolerance: Double, _ stage: String,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Closeness? {
  guard actual.shape == expected.shape else {
    Issue.record(
      "\(stage): got shape \(actual.shape), expected \(expected.shape)",
      sourceLocation: sourceLocation)
    return nil
  }
  let closeness = Closeness(of: actual, to: expected)
  print("\(stage): \(closeness)")
  #expect(
    closeness.relativeError <= tolerance, "\(stage): \(closeness)", sourceLocation: sourceLocation)
  return closeness
}
