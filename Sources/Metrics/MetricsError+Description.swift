extension MetricsError: CustomStringConvertible {
  /// What was found, what was expected and what to do, for the person at the terminal.
  public var description: String {
    switch self {
    case .sizesDiffer(let truthWidth, let truthHeight, let predictionWidth, let predictionHeight):
      """
      The prediction is \(predictionWidth) × \(predictionHeight) pixels and the ground truth \
      \(truthWidth) × \(truthHeight). A prediction must have the size of its label file.
      """
    case .truthOutsideTable(let labels, let classCount):
      """
      The ground truth holds \(Self.list(labels)); train ids run from 0 to \(classCount - 1). Map \
      raw labels to train ids or to the ignore label before scoring.
      """
    case .predictionOutsideTable(let labels, let classCount):
      """
      The prediction holds \(Self.list(labels)); train ids run from 0 to \(classCount - 1). Check \
      that it was made with the same class list and holds train ids, not raw labels.
      """
    }
  }

  private static func list(_ labels: [UInt16: Int]) -> String {
    let shown = labels.sorted { $0.key < $1.key }.prefix(8)
      .map { "label \($0.key) (\($0.value) \($0.value == 1 ? "pixel" : "pixels"))" }
    let rest = labels.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more labels" : "")
  }
}
