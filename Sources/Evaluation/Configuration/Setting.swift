/// A key of the configuration: its name, what it takes, what it means.
struct Setting<Value: Sendable>: SchemaEntry {
  let name: String
  let type: SettingType<Value>
  let summary: String

  /// The value where none is stated; `nil` where the setting must be stated, may be absent, or its
  /// default depends on something else, which `summary` then says.
  let standard: ConfigurationValue.Content?

  init(
    _ name: String, _ type: SettingType<Value>, standard: ConfigurationValue.Content? = nil,
    _ summary: String
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.standard = standard
  }

  var children: SettingSchema? { nil }
  var shorthand: String? { nil }

  func problems(
    in value: ConfigurationValue, at path: SettingPath, _ surroundings: Surroundings
  ) -> [ConfigurationError] {
    do throws(ConfigurationError) {
      _ = try type.read(value, SettingContext(key: path, surroundings: surroundings))
      return []
    } catch {
      if case .several(let errors) = error { return errors }
      return [error]
    }
  }

  func rows(
    for value: ConfigurationValue, at path: SettingPath, _ surroundings: Surroundings
  ) throws(ConfigurationError) -> [SettingRow] {
    let context = SettingContext(key: path, surroundings: surroundings)
    let text = type.describe(try type.read(value, context), surroundings)
    return [
      SettingRow(
        key: path, value: text.text, confidence: text.confidence, note: text.note,
        origin: value.origin)
    ]
  }

  func keys(at path: SettingPath) -> [SettingKey] {
    [
      SettingKey(
        key: path, expected: type.expected, standard: standard?.literal, summary: summary)
    ]
  }
}
