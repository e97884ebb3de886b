import Foundation

/// A path as stated in a configuration with `~` and `${NAME}` filled in.
struct PathExpansion {
  /// The path's text after expansion.
  let text: String

  /// The folder that the path is relative to.
  private let base: URL

  /// Expands a stated path.
  ///
  /// - Throws: `ConfigurationError` where the value is no text, or names a variable that is not set.
  init(_ value: ConfigurationValue, _ context: SettingContext) throws(ConfigurationError) {
    let stated = try SettingType<String>.text.read(value, context)
    var rest = Substring(stated)
    var expanded = ""
    // What the shell's variables and options say is relative to the folder the shell is in.
    var base = context.surroundings.workingDirectory
    if case .file(let source, _, _) = value.origin, !stated.hasPrefix("${") {
      base = source.folder
    }
    if rest == "~" || rest.hasPrefix("~/") {
      expanded = try Self.variable("HOME", value, context)
      rest.removeFirst()
    } else if rest.hasPrefix("~") {
      throw context.invalid(value, expected: "a path; `~` stands for your own home folder only")
    }
    while let opening = rest.firstRange(of: "${") {
      expanded += rest[..<opening.lowerBound]
      guard let closing = rest[opening.upperBound...].firstIndex(of: "}") else {
        throw context.invalid(value, expected: "a path in which every `${` is closed by `}`")
      }
      let name = String(rest[opening.upperBound..<closing])
      guard !name.isEmpty else {
        throw context.invalid(value, expected: "a path with a variable's name between `${` and `}`")
      }
      expanded += try Self.variable(name, value, context)
      rest = rest[rest.index(after: closing)...]
    }
    self.text = expanded + rest
    self.base = base
  }

  /// The file or folder that the path leads to.
  func resolved() -> URL {
    base.following(text)
  }

  private static func variable(
    _ name: String, _ value: ConfigurationValue, _ context: SettingContext
  ) throws(ConfigurationError) -> String {
    guard let found = context.surroundings.variable(name) else {
      throw .undefinedVariable(
        origin: value.origin, key: context.key, variable: name,
        hint: name == DataFolder.variable ? DataFolder.hint : nil)
    }
    return found
  }
}
