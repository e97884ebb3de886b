public import Metrics

/// How the explainability task turns maps into scores.
public struct ExplanationChoices: Sendable, Equatable {
  /// What one threshold is searched for.
  public let thresholdScope: ThresholdScope

  /// How the overlaps of many maps become one number.
  public let thresholdAverage: ThresholdAverage

  /// Whether the overlap of the background counts as much as that of the foreground.
  public let countsBackground: Bool

  /// Reads the choices that a preset and an experiment state together.
  init(_ reader: SettingReader) throws(ConfigurationError) {
    typealias Settings = ProtocolSettings
    let threshold = reader.group(Settings.threshold)
    thresholdScope = try threshold.required(Settings.thresholdScope).value.value
    thresholdAverage = try threshold.required(Settings.thresholdAverage).value.value
    countsBackground = try threshold.required(Settings.thresholdBackground).value.value
  }
}
