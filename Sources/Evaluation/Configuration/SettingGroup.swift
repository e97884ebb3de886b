/// A key of the configuration that holds an object of further settings.
struct SettingGroup: SchemaEntry {
  let name: String
  let schema: SettingSchema

  /// The member that a text in place of the object stands for: `"protocol": "paper"` is
  /// `"protocol": {"preset": "paper"}`.
  let shorthand: String?

  init(_ name: String, _ schema: SettingSchema, shorthand: String? = nil) {
    self.name = name
    self.schema = schema
    self.shorthand = shorthand
  }

  var children: SettingSchema? { schema }
  var standard: ConfigurationValue.Content? { nil }

  func problems(
    in value: ConfigurationValue, at path: SettingPath, _ surroundings: Surroundings
  ) -> [ConfigurationError] {
    guard value.members != nil else {
      return [
        .invalidValue(
          origin: value.origin, key: path, got: value.summary,
          expected: "an object"
            + (shorthand.map { " or the text that its key `\($0)` takes" } ?? ""))
      ]
    }
    return schema.problems(in: value, at: path, surroundings)
  }

  func rows(
    for value: ConfigurationValue, at path: SettingPath, _ surroundings: Surroundings
  ) throws(ConfigurationError) -> [SettingRow] {
    try schema.rows(for: value, at: path, surroundings)
  }

  func keys(at path: SettingPath) -> [SettingKey] {
    schema.keys(at: path)
  }
}
