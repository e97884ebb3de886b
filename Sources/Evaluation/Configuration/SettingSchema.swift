/// The keys that an object of the configuration may have.
///
/// One declaration drives everything that depends on the keys: the strict check, the suggestions for
/// mistyped keys, the defaults, how files are laid over each other, and the listings.
struct SettingSchema: Sendable {
  let entries: [any SchemaEntry]

  init(_ entries: [any SchemaEntry]) {
    self.entries = entries
  }

  subscript(name: String) -> (any SchemaEntry)? {
    entries.first { $0.name == name }
  }

  /// The keys, as messages list them.
  var names: String { entries.map { "`\($0.name)`" }.joined(separator: ", ") }

  /// The object of all defaults.
  var standards: ConfigurationValue {
    let members = entries.compactMap { entry -> ConfigurationValue.Member? in
      let content = entry.standard ?? entry.children?.standards.content
      guard let content, content != .object([]) else { return nil }
      return ConfigurationValue.Member(
        name: entry.name, nameOrigin: .standard,
        value: ConfigurationValue(content, from: .standard))
    }
    return ConfigurationValue(.object(members), from: .standard)
  }

  /// The listing of all keys, in the order of their declaration.
  func keys(at path: SettingPath = SettingPath([])) -> [SettingKey] {
    entries.flatMap { $0.keys(at: path.appending($0.name)) }
  }

  /// The listing of the values that an object states, in the order of the declaration.
  func rows(
    for object: ConfigurationValue, at path: SettingPath = SettingPath([]),
    _ surroundings: Surroundings
  ) throws(ConfigurationError) -> [SettingRow] {
    var rows: [SettingRow] = []
    for entry in entries {
      guard let value = object[entry.name] else { continue }
      rows += try entry.rows(for: value, at: path.appending(entry.name), surroundings)
    }
    return rows
  }
}
