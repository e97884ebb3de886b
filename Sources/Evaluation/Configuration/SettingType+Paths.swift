import Foundation

extension SettingType where Value == URL {
  /// A path, relative to the file that states it, or to the working directory on a command line.
  static var path: SettingType {
    SettingType(expected: "a path") { value, context throws(ConfigurationError) in
      try PathExpansion(value, context).resolved()
    } describe: { file, surroundings in
      SettingText(surroundings.displayName(of: file))
    }
  }
}

extension SettingType where Value == PathWithin {
  /// A path that is relative to a folder stated elsewhere.
  static func path(within folder: String) -> SettingType {
    SettingType(expected: "a path, relative to \(folder)") {
      value, context throws(ConfigurationError) in
      PathWithin(try PathExpansion(value, context).text)
    } describe: { path, _ in
      SettingText(path.text)
    }
  }
}
