import Foundation
import OpenVocabulary

/// Which protocol preset an experiment starts from.
enum PresetReference: Sendable, Equatable {
  /// The preset of that name in `Configs/protocols`.
  case named(String)

  /// The preset in a file of one's own.
  case file(URL)

  /// The preset's file.
  ///
  /// - Throws: `ConfigurationError` where there is none; it lists the presets there are.
  func file(
    statedAt origin: SettingOrigin, in surroundings: Surroundings
  ) throws(ConfigurationError) -> URL {
    switch self {
    case .file(let file): return file
    case .named(let name):
      let locator = ResourceLocator(surroundings)
      if let file = locator.find(.protocols, name) { return file }
      let known = locator.names(of: .protocols)
      guard !known.isEmpty else { throw locator.notFound(.protocols, name, statedAt: origin) }
      throw .unknownName(
        origin: origin, key: "protocol.preset", got: ConfigurationValue.quoted(name),
        suggestion: NameSuggestion.nearest(to: name, among: known), known: known)
    }
  }
}

extension SettingType where Value == PresetReference {
  /// The name of a preset, or a path to one, which has a `/` or ends in `.json`.
  static var preset: SettingType {
    SettingType(expected: "a preset's name or path") { value, context throws(ConfigurationError) in
      let text = try SettingType<String>.text.read(value, context)
      guard text.contains("/") || text.hasSuffix(".json") else { return .named(text) }
      return .file(try SettingType<URL>.path.read(value, context))
    } describe: { reference, surroundings in
      switch reference {
      case .named(let name): SettingText(name)
      case .file(let file): SettingText(surroundings.displayName(of: file))
      }
    }
  }
}
