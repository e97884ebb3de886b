import Metrics

/// The settings that state what an experiment should score.
enum ExpectationSettings {
  static let tolerance = Setting(
    "tolerance", .number(in: 0...100),
    "how far the score may be from it, in percentage points")

  static let metrics = ScoreName.allCases.map { metric in
    Setting<Expectation>(
      metric.rawValue, .expectation(of: metric),
      "the \(metric.rawValue) that the experiment should reach")
  }

  /// The score that is expected; its range is the metric's own.
  static func value(of metric: ScoreName) -> Setting<Double> {
    Setting(
      "value", .number(in: metric.range),
      "the score expected" + (metric.isPercentage ? ", in percent" : ""))
  }

  static let schema = SettingSchema(metrics)
}

extension SettingType where Value == Expectation {
  /// An object of a value and a tolerance.
  fileprivate static func expectation(of metric: ScoreName) -> SettingType {
    let score = ExpectationSettings.value(of: metric)
    return .record(
      SettingSchema([score, ExpectationSettings.tolerance]),
      expected: "an object of `value` and `tolerance`"
    ) { reader throws(ConfigurationError) in
      Expectation(
        value: try reader.required(score).value,
        tolerance: try reader.required(ExpectationSettings.tolerance).value)
    } describe: { expectation, _ in
      "\(expectation.value) ± \(expectation.tolerance)"
    }
  }
}

extension ExpectationSettings {
  /// Reads what an experiment should score.
  ///
  /// - Throws: `ConfigurationError` where the task has no such score, or several rows, so that it is
  ///   unclear which is meant.
  static func read(
    _ reader: SettingReader, task: TaskKind, rowCount: Int
  ) throws(ConfigurationError) -> [ScoreName: Expectation] {
    var expectations: [ScoreName: Expectation] = [:]
    for (metric, setting) in zip(ScoreName.allCases, metrics) {
      guard let stated = try reader.optional(setting) else { continue }
      guard task.scores.contains(metric) else {
        throw .contradiction(
          origin: stated.origin, key: SettingPath(["expects", metric.rawValue]),
          problem: """
            is no score of the task \(task.rawValue), whose scores are \
            \(task.scores.map(\.rawValue).joined(separator: ", "))
            """)
      }
      guard rowCount == 1 else {
        throw .contradiction(
          origin: stated.origin, key: SettingPath(["expects", metric.rawValue]),
          problem: """
            needs an experiment of one method at one input size; this one has \(rowCount) rows
            """)
      }
      expectations[metric] = stated.value
    }
    return expectations
  }
}
