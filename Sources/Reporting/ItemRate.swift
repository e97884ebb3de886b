/// How many items a second are being finished, judged by the recent ones.
///
/// The first items are left out because they wait for files and caches, and the median over many
/// stretches lets a single stall pass. A stretch is several items long: workers side by side finish
/// in bursts, and the time between two neighbours says little.
struct ItemRate {
  private static let warmUp = 3

  private let window: Int
  private var skipped = 0
  private var marks: [Duration] = []

  /// Creates a rate.
  ///
  /// - Parameter concurrency: How many items are worked on at a time.
  init(concurrency: Int) {
    window = max(64, 8 * concurrency)
  }

  /// Notes that one more item is finished.
  mutating func record(at instant: Duration) {
    guard skipped >= Self.warmUp else {
      skipped += 1
      return
    }
    if marks.count == window { marks.removeFirst() }
    marks.append(instant)
  }

  /// The number of items a second, or `nil` before there is enough to judge by.
  var itemsPerSecond: Double? {
    guard marks.count >= 2, let first = marks.first, let last = marks.last, last > first else {
      return nil
    }
    let stretch = max(1, marks.count / 4)
    let durations = (stretch..<marks.count).map { (marks[$0] - marks[$0 - stretch]) / .seconds(1) }
      .sorted()
    let median = durations[durations.count / 2]
    let whole = (last - first) / .seconds(1)
    return median > 0 ? Double(stretch) / median : Double(marks.count - 1) / whole
  }
}
