import Foundation

/// A named, versioned set of protocol choices, read from a file of `Configs/protocols`.
struct ProtocolPreset: Sendable {
  static let name = Setting("name", .text, "the preset's name, which is the file's")
  static let version = Setting(
    "version", .count(of: "revisions", in: 1...1_000_000),
    "goes up by one whenever a choice changes")
  static let summary = Setting("summary", .text, "one sentence on what the preset stands for")

  static let schema = SettingSchema(
    [ConfigurationLoader.extends, name, version, summary] + ProtocolSettings.choices)

  /// The preset's name.
  let name: String

  /// The preset's version.
  let version: Int

  /// The choices as a tree over which an experiment's own can be laid.
  let layer: ConfigurationValue

  /// Reads the preset that an experiment names.
  ///
  /// - Throws: `ConfigurationError` where there is none of that name, or it leaves a choice open.
  init(
    namedIn experiment: ConfigurationValue, in surroundings: Surroundings
  ) throws(ConfigurationError) {
    let group = ExperimentSettings.evaluationProtocol
    let reference = try SettingReader(experiment, in: surroundings, file: nil).group(group)
      .required(ProtocolSettings.preset)
    let file = try reference.value.file(statedAt: reference.origin, in: surroundings)
    let loader = ConfigurationLoader(schema: Self.schema, surroundings: surroundings)
    let root = try loader.load(file)
    try Self.schema.check(root, in: surroundings)

    let fileName = ConfigurationSource(file: file, in: surroundings).name
    let reader = SettingReader(root, in: surroundings, file: fileName)
    version = try reader.required(Self.version).value
    for key in SettingSchema(ProtocolSettings.choices).keys() where root[key.key] == nil {
      throw .missingKey(
        file: fileName, key: key.key, expected: key.expected,
        hint: "A preset states every choice of a protocol.")
    }
    let stated = try reader.required(Self.name)
    name = stated.value
    let expected = file.deletingPathExtension().lastPathComponent
    guard stated.value == expected else {
      throw .invalidValue(
        origin: stated.origin, key: SettingPath([Self.name.name]),
        got: ConfigurationValue.quoted(stated.value), expected: "the file's name, \"\(expected)\"")
    }

    let choices = (root.members ?? []).filter { member in
      ProtocolSettings.choices.contains { $0.name == member.name }
    }
    let member = ConfigurationValue.Member(
      name: group.name, nameOrigin: root.origin,
      value: ConfigurationValue(.object(choices), from: root.origin))
    layer = ConfigurationValue(.object([member]), from: root.origin)
  }
}
