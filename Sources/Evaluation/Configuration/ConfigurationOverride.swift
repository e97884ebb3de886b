/// A setting stated on the command line.
public struct ConfigurationOverride: Sendable, Equatable {
  /// The setting.
  let key: SettingPath

  /// The value.
  let content: ConfigurationValue.Content

  /// The option as given, for messages.
  let origin: SettingOrigin

  /// Reads the argument of `--set`, for example `protocol.inputSize=64`.
  ///
  /// The value is what JSON makes of it, and a text where it is not JSON.
  ///
  /// - Throws: `ConfigurationError` where there is no `=`, or the value begins like a JSON list, object
  ///   or text and is none.
  public init(parsing argument: String) throws(ConfigurationError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[0].split(separator: ".").isEmpty,
      !parts[0].split(separator: ".", omittingEmptySubsequences: false).contains("")
    else { throw .malformedOverride(argument) }
    key = SettingPath(parts[0].split(separator: ".").map(String.init))
    origin = .option("--set \(argument)")
    content = try Self.content(of: String(parts[1]), origin)
  }

  /// A text given by an option of its own, for example `--output DIR`.
  public init(_ key: SettingPath, text: String, option: String) {
    self.key = key
    content = .text(text)
    origin = .option("\(option) \(text)")
  }

  /// A number given by an option of its own, for example `--workers 2`.
  public init(_ key: SettingPath, number: Int, option: String) {
    self.key = key
    content = .number(String(number))
    origin = .option("\(option) \(number)")
  }

  /// The override as a tree that can be laid over a file's.
  ///
  /// - Throws: `ConfigurationError` where the key leads into a setting that is stated as a whole.
  func value(in schema: SettingSchema) throws(ConfigurationError) -> ConfigurationValue {
    if key == SettingPath([ConfigurationLoader.extends.name]) {
      throw .contradiction(origin: origin, key: key, problem: "can be stated in files only")
    }
    var level: SettingSchema? = schema
    for (depth, name) in key.names.dropLast().enumerated() {
      guard let entry = level?[name] else { break }
      if entry.children == nil {
        let whole = SettingPath(Array(key.names.prefix(depth + 1)))
        throw .contradiction(
          origin: origin, key: key,
          problem: "is part of `\(whole)`, which is stated as a whole: --set '\(whole)=…'")
      }
      level = entry.children
    }
    return key.names.reversed().reduce(ConfigurationValue(content, from: origin)) { value, name in
      let member = ConfigurationValue.Member(name: name, nameOrigin: origin, value: value)
      return ConfigurationValue(.object([member]), from: origin)
    }
  }

  private static func content(
    of text: String, _ origin: SettingOrigin
  ) throws(ConfigurationError) -> ConfigurationValue.Content {
    if let literal = ConfigurationValue.Content(jsonLiteral: text) { return literal }
    guard let first = text.first, "[{\"".contains(first) else { return .text(text) }
    return try ConfigurationParser(option: origin).parse(text).content
  }
}
