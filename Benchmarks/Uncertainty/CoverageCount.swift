import Metrics

/// How often something held, and how wide intervals were.
struct CoverageCount: Sendable {
  /// How often it held, of how many times.
  var hits = 0
  var total = 0

  /// The sum of the widths, as ratios.
  var width = 0.0

  /// The sum of the numbers of classes in a mean.
  var classes = 0

  /// Counts an interval, where there is one.
  mutating func add(_ interval: ScoreInterval?, truth: Double, classes: Int = 0) {
    guard let interval else { return }
    total += 1
    if interval.lower <= truth && truth <= interval.upper { hits += 1 }
    width += interval.upper - interval.lower
    self.classes += classes
  }

  /// Adds what was counted elsewhere.
  mutating func merge(_ other: CoverageCount) {
    hits += other.hits
    total += other.total
    width += other.width
    classes += other.classes
  }

  /// The share of hits in percent, with its standard error.
  var share: String {
    let share = Double(hits) / Double(total)
    let error = (share * (1 - share) / Double(total)).squareRoot()
    return "\(Self.rounded(share * 100, to: 10)) ± \(Self.rounded(error * 100, to: 10))"
  }

  /// Coverage and the mean width in points.
  var cells: String {
    total == 0 ? "– | –" : "\(share) | \(Self.rounded(width / Double(total) * 100, to: 100))"
  }

  /// The mean number of classes.
  var meanClasses: String {
    total == 0 ? "–" : "\(Self.rounded(Double(classes) / Double(total), to: 10))"
  }

  private static func rounded(_ value: Double, to parts: Double) -> Double {
    (value * parts).rounded() / parts
  }
}
