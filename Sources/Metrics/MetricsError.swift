/// Why two label maps cannot be compared.
///
/// The maps do not know their files; whoever read them adds the name.
public enum MetricsError: Error, Equatable, Sendable {
  /// The prediction does not have the size of the ground truth, in pixels.
  case sizesDiffer(
    truthWidth: Int, truthHeight: Int, predictionWidth: Int, predictionHeight: Int)

  /// The ground truth holds labels that are neither a train id nor ignored; `labels` gives the
  /// number of pixels of each.
  case truthOutsideTable(labels: [UInt16: Int], classCount: Int)

  /// The prediction holds labels that are not a train id; `labels` gives the number of pixels of
  /// each.
  case predictionOutsideTable(labels: [UInt16: Int], classCount: Int)
}
