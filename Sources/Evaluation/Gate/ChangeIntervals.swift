public import Metrics

/// Where the change of each score may lie from one run to another of the same experiment, by what every
/// image gave.
public struct ChangeIntervals: Sendable, Equatable {
  /// The intervals of each row of the table, by its name; second run less first.
  private let rows: [String: ScoreUncertainty]

  /// The number of units that were drawn from.
  public let units: Int

  /// What was drawn in one piece.
  public let cluster: ImageCluster

  /// How many classes there are.
  public let classCount: Int

  /// How many of the classes enough units show: the intervals of means over classes are over these.
  public let shownClassCount: Int

  /// The names of the classes that some but too few units show.
  public let rareClasses: [String]

  /// Resamples two runs together.
  ///
  /// - Parameters:
  ///   - first: The run that is compared with.
  ///   - second: The run that is compared, which has the same rows.
  ///   - bootstrap: How images are resampled.
  ///   - cluster: What is drawn in one piece; `nil` for what is usual for the data set.
  /// - Throws: ``ComparisonError`` where the runs are not of the same images.
  init(
    from first: RecordedRun, to second: RecordedRun, by bootstrap: Bootstrap,
    drawing cluster: ImageCluster? = nil
  ) throws(ComparisonError) {
    try first.checkComparable(with: second)
    let cluster = cluster ?? first.usualCluster
    let drawn = cluster.units(of: first.ids)
    let uncertainties = second.rows.indices.map {
      first.resampled($0).difference(to: second.resampled($0), by: bootstrap, drawing: drawn)
    }
    let names = second.result.rows.first?.perClass.map(\.name) ?? []
    self.cluster = cluster
    units = drawn.count
    classCount = names.count
    shownClassCount = uncertainties.first?.classes.count ?? 0
    rareClasses = uncertainties.first?.rareClasses.map { names[$0] } ?? []
    rows = Dictionary(uniqueKeysWithValues: zip(second.result.rows.map(\.method), uncertainties))
  }

  /// The interval of a score's change, as a ratio; `nil` where it has none.
  public func interval(of score: ScoreName, inRow method: String) -> ScoreInterval? {
    rows[method]?.summary[score]
  }

  /// Whether any score has one.
  public var isEmpty: Bool { rows.values.allSatisfy(\.summary.isEmpty) }

  /// How many units there are, such as `500 images`.
  public var unitsInWords: String { "\(units) \(cluster.plural)" }
}
