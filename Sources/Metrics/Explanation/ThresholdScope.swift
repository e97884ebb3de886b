/// What one threshold is searched for.
public enum ThresholdScope: String, Sendable, Codable, CaseIterable {
  /// One for all maps of the data set.
  case dataset

  /// One for each class.
  case `class`

  /// One for each map, the most generous reading.
  case pair
}
