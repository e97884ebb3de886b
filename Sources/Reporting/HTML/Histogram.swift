/// How many images have which score.
public struct Histogram: Sendable, Equatable {
  /// What the chart shows, in one line.
  public let title: String

  /// The values from which the first column counts and to which, included, the last one does.
  public let range: ClosedRange<Double>

  /// How many values fall in each column; a value between two columns is in the upper one.
  public let counts: [Int]

  /// The value in the middle, or the mean of the two there; `nil` without values.
  public let median: Double?

  /// Counts values.
  ///
  /// - Parameters:
  ///   - values: The values, finite and within the range.
  ///   - title: What the chart shows.
  ///   - range: The values that there can be.
  ///   - columns: How many columns there are.
  /// - Precondition: the values are such, and there is a column.
  public init(of values: [Double], title: String, in range: ClosedRange<Double>, columns: Int = 20)
  {
    precondition(columns > 0, "A histogram of \(columns) columns")
    self.title = title
    self.range = range
    var counts = [Int](repeating: 0, count: columns)
    for value in values {
      precondition(range.contains(value), "\(value) lies outside \(range)")
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      counts[min(Int(share * Double(columns)), columns - 1)] += 1
    }
    self.counts = counts
    let sorted = values.sorted()
    median =
      sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
