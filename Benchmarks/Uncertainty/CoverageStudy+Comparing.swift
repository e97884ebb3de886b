import Metrics
import Tensors

extension CoverageStudy {
  static let methods: [(name: String, method: IntervalMethod)] = [
    ("percentile", .percentile), ("BCa", .biasCorrectedAccelerated),
  ]

  static let rules: [(name: String, minimum: Int)] = [
    ("all that are shown", 1), ("shown 30 times or more", 30),
  ]

  static let workers = Workers(2)

  /// The counts of many data sets, summed.
  func total(_ count: Int, _ work: @Sendable (_ dataset: Int) -> [CoverageCount]) -> [CoverageCount]
  {
    var totals: [CoverageCount] = []
    for counts in Self.workers.results(forEachBelow: Self.datasets, work) {
      if totals.isEmpty { totals = Array(repeating: CoverageCount(), count: count) }
      for index in totals.indices { totals[index].merge(counts[index]) }
    }
    return totals
  }

  /// Prints one row for each rule and method.
  ///
  /// - Parameters:
  ///   - name: What the data are like.
  ///   - drawn: What is drawn.
  ///   - make: Draws a data set and returns how its intervals are computed.
  func compare(
    _ name: String, drawn: String,
    _ make: @Sendable (_ dataset: Int) -> (Bootstrap) -> Outcome
  ) {
    let cases = Self.rules.flatMap { rule in Self.methods.map { (rule, $0) } }
    let totals = total(cases.count) { dataset in
      let outcome = make(dataset)
      return cases.map { rule, method in
        let bootstrap = Bootstrap(
          resamples: Self.resamples, seed: UInt64(dataset), method: method.method,
          minimumUnits: rule.minimum)
        let result = outcome(bootstrap)
        var count = CoverageCount()
        count.add(result.interval, truth: result.truth, classes: result.classes)
        return count
      }
    }
    for ((rule, method), count) in zip(cases, totals) {
      print(
        """
        | \(name) | \(drawn) | \(rule.name): \(count.meanClasses) | \(method.name) | \
        \(count.cells) |
        """)
    }
  }

  /// An interval, the truth it should hold, and the number of classes in the mean.
  struct Outcome {
    var interval: ScoreInterval?
    var truth: Double
    var classes: Int

    init(_ uncertainty: ScoreUncertainty, _ name: ScoreName, truth: [Double]) {
      interval = uncertainty.summary[name]
      classes = uncertainty.classes.count
      self.truth = uncertainty.classes.reduce(0) { $0 + truth[$1] } / Double(classes)
    }
  }
}
