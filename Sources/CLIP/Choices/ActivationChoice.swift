public import Foundation
public import Tensors

/// The activation of a tower's MLPs, which no tensor tells, and what told it.
///
/// A model run with the other one loses points without any other sign.
public struct ActivationChoice: Sendable, Equatable {
  /// What told the activation.
  public enum Reason: Sendable, Equatable {
    /// The user stated it.
    case stated

    /// The modules of a TorchScript archive, of this class.
    case moduleClass(String)

    /// A configuration file beside the checkpoint states it.
    case configuration(file: URL, key: String)

    /// A configuration file beside the checkpoint leaves it to its library's default.
    case configurationDefault(file: URL, key: String)

    /// The checkpoint holds numbers beside its weights that only OpenAI's archives have.
    case openAIArchive

    /// The file's name says `quickgelu`, as open_clip's names do.
    case fileName(String)

    /// Tensors have OpenAI's names and nothing tells otherwise: OpenAI's models use QuickGELU. So does
    /// not every model of these names.
    case assumed
  }

  /// The activation.
  public let activation: Activation

  /// What told it.
  public let reason: Reason

  /// Combines an activation and what told it.
  public init(activation: Activation, reason: Reason) {
    self.activation = activation
    self.reason = reason
  }

  /// Whether nothing but the tensors' names spoke for it.
  public var isAssumption: Bool { reason == .assumed }
}

extension ActivationChoice: CustomStringConvertible {
  /// The activation and the reason, for example `quick-gelu, as stated`.
  public var description: String { "\(activation.rawValue), \(reason)" }
}

extension ActivationChoice.Reason: CustomStringConvertible {
  /// The reason as it goes on behind the activation.
  public var description: String {
    switch self {
    case .stated: "as stated"
    case .moduleClass(let name): "the class of the archive's modules is \(name)"
    case .configuration(let file, let key): "from \(key) in \(file.lastPathComponent)"
    case .configurationDefault(let file, let key):
      "the default where \(file.lastPathComponent) has no \(key)"
    case .openAIArchive: "as in every archive of OpenAI's, which this is by the numbers it holds"
    case .fileName(let name): "the file is called \(name)"
    case .assumed:
      """
      assumed: the tensors have OpenAI's names, and nothing tells otherwise; a model of open_clip may \
      need gelu
      """
    }
  }
}
