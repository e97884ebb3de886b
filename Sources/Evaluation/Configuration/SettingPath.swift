/// The way to a setting through the objects of a configuration: `protocol.inputSize`.
public struct SettingPath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The keys, outermost first.
  public let names: [String]

  /// The path along the given keys.
  public init(_ names: [String]) {
    self.names = names
  }

  /// The path written with full stops between the keys.
  public init(stringLiteral text: String) {
    self.init(text.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
  }

  /// The keys with full stops between them.
  public var description: String { names.joined(separator: ".") }

  /// The path to a member of the object at this path.
  func appending(_ name: String) -> SettingPath { SettingPath(names + [name]) }
}
