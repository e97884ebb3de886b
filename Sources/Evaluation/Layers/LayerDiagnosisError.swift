/// Why the layers of an experiment's network cannot be looked into.
public enum LayerDiagnosisError: Error, Equatable, Sendable {
  /// The experiment asks for no regions of classes.
  case otherTask(got: TaskKind)

  /// The experiment has several input sizes.
  case severalInputSizes(got: [InputSize])
}

extension LayerDiagnosisError: CustomStringConvertible {
  /// The error in words for the person at the terminal.
  public var description: String {
    switch self {
    case .otherTask(let got):
      """
      layers are held against where classes are, which an experiment of the task \(got.rawValue) does \
      not say; expected explainability: --set task=explainability
      """
    case .severalInputSizes(let got):
      """
      the experiment has the input sizes \(got.map(\.description).joined(separator: ", ")), expected \
      one: --set protocol.inputSize=\(got.first?.height ?? 224)
      """
    }
  }
}
