/// How a setting's value is read from a configuration, checked, and written for a person.
struct SettingType<Value: Sendable>: Sendable {
  /// What a right value is, as the end of the sentence "expected …".
  let expected: String

  /// Reads a value.
  let read: @Sendable (ConfigurationValue, SettingContext) throws(ConfigurationError) -> Value

  /// Writes a value for the listing of an experiment.
  let describe: @Sendable (Value, Surroundings) -> SettingText

  init(
    expected: String,
    read:
      @escaping @Sendable (ConfigurationValue, SettingContext) throws(ConfigurationError) -> Value,
    describe: @escaping @Sendable (Value, Surroundings) -> SettingText
  ) {
    self.expected = expected
    self.read = read
    self.describe = describe
  }
}

/// What a setting's reader knows beside the value: the key that messages name, and the surroundings
/// that paths need.
struct SettingContext: Sendable {
  let key: SettingPath
  let surroundings: Surroundings

  /// The complaint that a value is not what the setting takes.
  func invalid(_ value: ConfigurationValue, expected: String) -> ConfigurationError {
    .invalidValue(origin: value.origin, key: key, got: value.summary, expected: expected)
  }
}

/// A setting's value written for a person, and how sure its choice is.
struct SettingText: Sendable, ExpressibleByStringInterpolation {
  let text: String
  var confidence: Confidence?
  var note: String?

  init(_ text: String) {
    self.text = text
  }

  init(stringLiteral text: String) {
    self.init(text)
  }
}
