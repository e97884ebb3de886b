/// Outputs that were computed here, held against those that were published.
public struct OutputComparison: Sendable {
  /// What was compared.
  public let what: String

  /// How many numbers were.
  public let count: Int

  /// The largest difference, in units of what is allowed for its number: 1 is just allowed.
  public let largestExcess: Double

  /// The number with that difference.
  public let worst: (got: Double, expected: Double)

  /// Whether every number is close enough.
  public var holds: Bool { largestExcess <= 1 }

  /// Compares numbers in order.
  ///
  /// A difference of `0.01 + 0.1·|expected|` is allowed, which is what OpenAI's own test of consistency
  /// allows: the published numbers come from half precision on other machines. Other weights are far
  /// outside.
  ///
  /// - Precondition: there are as many numbers of either, and at least one.
  init(_ what: String, got: [Double], expected: [Double]) {
    precondition(
      got.count == expected.count && !got.isEmpty,
      "\(got.count) numbers are held against \(expected.count)")
    self.what = what
    count = got.count
    var worst = (got: got[0], expected: expected[0])
    var largest = -1.0
    for (got, expected) in zip(got, expected) {
      let excess = abs(got - expected) / (0.01 + 0.1 * abs(expected))
      // What is no number is further off than any.
      let ranked = excess.isNaN ? .infinity : excess
      if ranked > largest {
        largest = ranked
        worst = (got, expected)
      }
    }
    largestExcess = largest
    self.worst = worst
  }
}
