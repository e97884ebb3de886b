public import Foundation

/// A tower's number of attention heads, which no tensor's shape tells, and what told it.
public struct HeadChoice: Sendable, Equatable {
  /// What told the number.
  public enum Reason: Sendable, Equatable {
    /// The user stated it.
    case stated

    /// A configuration file beside the checkpoint states it.
    case configuration(file: URL, key: String)

    /// A configuration file beside the checkpoint leaves it to its library's default.
    case configurationDefault(file: URL, key: String)

    /// The tower is as wide as that of a named architecture, whose heads are known.
    case architecture(name: String)

    /// OpenAI's rule: one head per 64 features.
    case openAIRule
  }

  /// The number of heads.
  public let count: Int

  /// What told it.
  public let reason: Reason

  /// Combines a number and what told it.
  public init(count: Int, reason: Reason) {
    self.count = count
    self.reason = reason
  }
}

extension HeadChoice: CustomStringConvertible {
  /// The number and the reason, for example `12, by OpenAI's rule, one per 64 features`.
  public var description: String { "\(count), \(reason)" }
}

extension HeadChoice.Reason: CustomStringConvertible {
  /// The reason as it goes on behind the number.
  public var description: String {
    switch self {
    case .stated: "as stated"
    case .configuration(let file, let key): "from \(key) in \(file.lastPathComponent)"
    case .configurationDefault(let file, let key):
      "the default where \(file.lastPathComponent) has no \(key)"
    case .architecture(let name): "as \(name) has for this width"
    case .openAIRule: "by OpenAI's rule, one per 64 features"
    }
  }
}
