/// A key that an object of the configuration may have: a setting or a group of settings.
protocol SchemaEntry: Sendable {
  /// The key.
  var name: String { get }

  /// The keys of the object that the key holds; `nil` for a setting, whose value is replaced as a
  /// whole by whoever states it again.
  var children: SettingSchema? { get }

  /// The member that a text in place of the object stands for.
  var shorthand: String? { get }

  /// The value where none is stated.
  var standard: ConfigurationValue.Content? { get }

  /// Everything that is wrong with a value of this key.
  func problems(
    in value: ConfigurationValue, at path: SettingPath, _ surroundings: Surroundings
  ) -> [ConfigurationError]

  /// The lines of the listing that show a value of this key.
  func rows(
    for value: ConfigurationValue, at path: SettingPath, _ surroundings: Surroundings
  ) throws(ConfigurationError) -> [SettingRow]

  /// The lines of the listing of keys.
  func keys(at path: SettingPath) -> [SettingKey]
}
