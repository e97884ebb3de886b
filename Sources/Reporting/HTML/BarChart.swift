/// Scores of classes as bars, several things side by side.
public struct BarChart: Sendable, Equatable {
  /// One bar.
  public struct Bar: Sendable, Equatable {
    /// Where the bar ends.
    public let value: Double

    /// Where it might have ended with other images; `nil` where that is not known.
    public let interval: ClosedRange<Double>?

    /// Creates a bar.
    ///
    /// - Precondition: the value is finite.
    public init(_ value: Double, interval: ClosedRange<Double>? = nil) {
      precondition(value.isFinite, "\(value) is no length of a bar")
      self.value = value
      self.interval = interval
    }
  }

  /// What the bars of one class are.
  public struct Group: Sendable, Equatable {
    /// The name of the class.
    public let label: String

    /// A bar for each of the things that are shown; `nil` where one has no score.
    public let bars: [Bar?]

    /// Creates the bars of a class.
    public init(_ label: String, bars: [Bar?]) {
      self.label = label
      self.bars = bars
    }
  }

  /// What the chart shows, in one line.
  public let title: String

  /// The things that are shown, from the top of each group.
  public let series: [String]

  /// The classes, from the top.
  public let groups: [Group]

  /// Where the axis begins and ends: 0…100, and as far below as the lowest bar or interval.
  public let axis: ClosedRange<Double>

  /// The most things that can be told apart.
  public static let mostSeries = HTMLStyle.seriesColours.count

  /// Creates a chart of scores in percent.
  ///
  /// - Precondition: there are one to ``mostSeries`` things, and every class has a bar or `nil` for each.
  public init(title: String, series: [String], groups: [Group]) {
    precondition(
      (1...Self.mostSeries).contains(series.count), "\(series.count) things in one chart of bars")
    for group in groups {
      precondition(
        group.bars.count == series.count,
        "\(group.label) has \(group.bars.count) bars for \(series.count) things")
    }
    self.title = title
    self.series = series
    self.groups = groups
    let lowest = groups.flatMap(\.bars).compactMap(\.self).map {
      min($0.value, $0.interval?.lowerBound ?? $0.value)
    }.min()
    axis = ((min(0, lowest ?? 0) / 25).rounded(.down) * 25)...100
  }
}
