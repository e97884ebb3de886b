/// What can be wrong with a configuration.
///
/// Every case about a statement carries its `origin`: file, line and column, or the option.
public enum ConfigurationError: Error, Equatable, Sendable {
  /// A file cannot be opened or read.
  case unreadable(file: String, reason: String)

  /// A name was looked up in the folders for resources and found in none of them.
  case notFound(
    origin: SettingOrigin?, what: String, name: String, looked: [String], hint: String?)

  /// The text is not JSON.
  case malformed(origin: SettingOrigin, problem: String)

  /// The text holds a comment that is not introduced by `#`.
  case foreignComment(origin: SettingOrigin, opening: String)

  /// An unquoted word that readers of YAML would take for something other than it seems.
  case ambiguousWord(origin: SettingOrigin, word: String)

  /// An object states a key more than once; `origin` is the first statement.
  case duplicateKey(origin: SettingOrigin, key: String)

  /// A key that no setting has.
  case unknownKey(origin: SettingOrigin, key: SettingPath, suggestion: String?, known: [String])

  /// A value of the wrong type or out of range.
  case invalidValue(origin: SettingOrigin, key: SettingPath, got: String, expected: String)

  /// A name that is none of those the setting knows.
  case unknownName(
    origin: SettingOrigin, key: SettingPath, got: String, suggestion: String?, known: [String])

  /// A key that must be stated and is not; `file` is the one that the experiment is read from.
  case missingKey(file: String, key: SettingPath, expected: String, hint: String?)

  /// Values that are fine by themselves and contradict each other.
  case contradiction(origin: SettingOrigin, key: SettingPath, problem: String)

  /// A path names an environment variable that is not set.
  case undefinedVariable(origin: SettingOrigin, key: SettingPath, variable: String, hint: String?)

  /// A path names a file or folder that is not there.
  case noSuchFile(
    origin: SettingOrigin, key: SettingPath, path: String, what: String, hint: String?)

  /// Files extend each other in a circle, listed in order.
  case circularExtension(origin: SettingOrigin, files: [String])

  /// An option `--set` that is not of the form `key.path=value`.
  case malformedOverride(String)

  /// More than one of the above, in the order in which they were found.
  case several([ConfigurationError])
}

extension ConfigurationError {
  /// The mistakes one by one.
  public var parts: [ConfigurationError] {
    if case .several(let errors) = self { errors.flatMap(\.parts) } else { [self] }
  }
}
