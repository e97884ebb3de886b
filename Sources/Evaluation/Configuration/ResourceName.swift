import Foundation

/// The name of a file that comes with the program, or the path of one's own.
public struct ResourceName: Sendable, Equatable {
  /// The name as stated, variables filled in.
  public let name: String

  /// The file that the name is when it is read as a path.
  let path: URL

  /// The resource's file: that at the path where there is one, else the one of that name.
  ///
  /// - Throws: `ConfigurationError.notFound` with every place that was looked at.
  func file(
    _ kind: ResourceLocator.Kind, statedAt origin: SettingOrigin, in surroundings: Surroundings
  ) throws(ConfigurationError) -> URL {
    if FilePresence(at: path) == .file { return path }
    let locator = ResourceLocator(surroundings)
    if let found = locator.find(kind, name) { return found }
    throw locator.notFound(kind, name, including: [path], statedAt: origin)
  }
}

extension SettingType where Value == ResourceName {
  /// The name or path of a file.
  static func resource(of what: String) -> SettingType {
    SettingType(expected: "the name or path of a file of \(what)") {
      value, context throws(ConfigurationError) in
      let expansion = try PathExpansion(value, context)
      return ResourceName(name: expansion.text, path: expansion.resolved())
    } describe: { resource, _ in
      SettingText(resource.name)
    }
  }
}
