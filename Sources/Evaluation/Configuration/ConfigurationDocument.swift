public import Foundation

/// A configuration as stated by files and options: one tree in which every value knows its origin.
///
/// Later statements win over earlier ones: the defaults, the protocol preset, the files that a file
/// `extends` in their order, the file itself, `--set` in the order of the command line, and last the
/// options with names of their own.
public struct ConfigurationDocument: Sendable {
  /// The file that the experiment was read from.
  public let source: ConfigurationSource

  /// The folders and variables that its paths depend on.
  public let surroundings: Surroundings

  /// The tree.
  let root: ConfigurationValue

  /// The name of the protocol preset that the experiment starts from.
  let presetName: String

  /// The preset's version.
  let presetVersion: Int

  /// Reads an experiment's configuration and checks every key and value.
  ///
  /// - Parameters:
  ///   - file: The file to read.
  ///   - overrides: What the command line states, later ones winning.
  ///   - surroundings: The environment and the folders.
  /// - Throws: `ConfigurationError` for whatever a person can get wrong in it.
  public init(
    contentsOf file: URL, overrides: [ConfigurationOverride] = [],
    in surroundings: Surroundings = .current
  ) throws(ConfigurationError) {
    let loader = ConfigurationLoader(schema: .experiment, surroundings: surroundings)
    try self.init(
      loader.load(file), from: ConfigurationSource(file: file, in: surroundings),
      overrides: overrides, in: surroundings)
  }

  /// Checks every key and value of a statement, with what the command line says laid over it.
  init(
    _ statement: ConfigurationValue, from source: ConfigurationSource,
    overrides: [ConfigurationOverride], in surroundings: Surroundings
  ) throws(ConfigurationError) {
    let schema = SettingSchema.experiment
    self.source = source
    self.surroundings = surroundings

    var stated = statement
    for override in overrides {
      stated = schema.layer(try override.value(in: schema), over: stated)
    }
    try schema.check(schema.writtenOut(stated), in: surroundings)
    stated = schema.writtenOut(schema.layer(stated, over: schema.standards))
    let preset = try ProtocolPreset(namedIn: stated, in: surroundings)
    root = schema.layer(stated, over: preset.layer)
    presetName = preset.name
    presetVersion = preset.version
  }

  /// Every setting in effect with its value and where that came from.
  public var rows: [SettingRow] {
    get throws(ConfigurationError) {
      try SettingSchema.experiment.rows(for: root, surroundings)
    }
  }

  /// Whether a path in effect names the folder of all data sets.
  public var namesDataFolder: Bool { root.mentions("${\(DataFolder.variable)}") }

  /// Every key that a configuration may state.
  public static var keys: [SettingKey] { SettingSchema.experiment.keys() }
}
