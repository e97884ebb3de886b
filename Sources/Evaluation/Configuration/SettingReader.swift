/// Reads the settings of one object, typed.
struct SettingReader {
  private let object: ConfigurationValue
  private let path: SettingPath
  private let surroundings: Surroundings

  /// The file that is named where a setting is missing.
  private let file: String?

  init(
    _ object: ConfigurationValue, at path: SettingPath = SettingPath([]),
    in surroundings: Surroundings, file: String?
  ) {
    self.object = object
    self.path = path
    self.surroundings = surroundings
    self.file = file
  }

  /// The value of a setting; `nil` where none is stated.
  func optional<Value>(
    _ setting: Setting<Value>
  ) throws(ConfigurationError) -> Stated<Value>? {
    guard let value = object[setting.name] else { return nil }
    let context = SettingContext(key: path.appending(setting.name), surroundings: surroundings)
    return Stated(try setting.type.read(value, context), from: value.origin)
  }

  /// The value of a setting that must be stated.
  ///
  /// - Throws: `ConfigurationError.missingKey` with the given hint where it is not.
  func required<Value>(
    _ setting: Setting<Value>, hint: String? = nil
  ) throws(ConfigurationError) -> Stated<Value> {
    if let stated = try optional(setting) { return stated }
    throw .missingKey(
      file: file ?? object.origin.description, key: path.appending(setting.name),
      expected: setting.type.expected, hint: hint ?? setting.summary)
  }

  /// A reader of the object that a group of settings lies in.
  func group(_ group: SettingGroup) -> SettingReader {
    SettingReader(
      object[group.name] ?? ConfigurationValue(.object([]), from: object.origin),
      at: path.appending(group.name), in: surroundings, file: file)
  }
}
