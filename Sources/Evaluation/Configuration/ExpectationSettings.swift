import Metrics

/// The settings that state what an experiment should score.
enum ExpectationSettings {
  static let value = Setting(
    "value", .percentage, "the score expected, in percent")
  static let tolerance = Setting(
    "tolerance", .percentage,
    "how far the score may be from it, in percentage points")

  static let metrics = SegmentationMetric.allCases.map { metric in
    Setting<Expectation>(
      metric.rawValue, .expectation, "the \(metric.rawValue) that the experiment should reach")
  }

  static let schema = SettingSchema(metrics)
}

extension SettingType where Value == Expectation {
  /// An object of a value and a tolerance.
  fileprivate static var expectation: SettingType {
    .record(
      SettingSchema([ExpectationSettings.value, ExpectationSettings.tolerance]),
      expected: "an object of `value` and `tolerance`"
    ) { reader throws(ConfigurationError) in
      Expectation(
        value: try reader.required(ExpectationSettings.value).value,
        tolerance: try reader.required(ExpectationSettings.tolerance).value)
    } describe: { expectation, _ in
      "\(expectation.value) ± \(expectation.tolerance)"
    }
  }
}

extension ExpectationSettings {
  /// Reads what an experiment should score.
  ///
  /// - Throws: `ConfigurationError` where it has several rows, so that it is unclear which is meant.
  static func read(
    _ reader: SettingReader, methodCount: Int
  ) throws(ConfigurationError) -> [SegmentationMetric: Expectation] {
    var expectations: [SegmentationMetric: Expectation] = [:]
    for (metric, setting) in zip(SegmentationMetric.allCases, metrics) {
      guard let stated = try reader.optional(setting) else { continue }
      guard methodCount == 1 else {
        throw .contradiction(
          origin: stated.origin, key: SettingPath(["expects", metric.rawValue]),
          problem: "needs an experiment of one method; this one has \(methodCount)")
      }
      expectations[metric] = stated.value
    }
    return expectations
  }
}
