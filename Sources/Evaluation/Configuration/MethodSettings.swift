import CLIP

/// The settings of a method that is put together rather than named.
enum MethodSettings {
  static let name = Setting<String>(
    "name", .rowName,
    "what tables and folders of predictions call it; by default what it is made of")
  static let attention = Setting<MethodStatement.Attention>(
    "attention", .name(of: "an attention"),
    "how the vision tower's blocks attend: as trained, or with architecture surgery")
  static let firstBlock = Setting<[Int]>(
    "firstBlock", .oneOrMore(.count(of: "blocks", in: 1...256)),
    "the first block with surgery, counted from 1; by default the sixth from the end. A list gives "
      + "a row each")
  static let lastBlocks = Setting(
    "lastBlocks", .count(of: "blocks", in: 1...256),
    "how many of the last blocks have surgery, in place of the first; by default 6")
  static let paths = Setting<BlockSurgery.Paths>(
    "paths", .name(of: "the paths"),
    "whether v·v attention has a new path beside the original one, as in the paper, or changes the "
      + "one there is; by default dual")
  static let feedForward = Setting(
    "feedForward", .boolean,
    "whether the path with v·v attention goes through the blocks' MLPs; by default only a single one"
  )
  static let resNet = Setting<ResNetSurgery>(
    "resNet", .name(of: "a variant"),
    "how a ModifiedResNet's attention pool is changed; by default as the released code runs")
  static let surgery = SettingGroup(
    "surgery", SettingSchema([firstBlock, lastBlocks, paths, feedForward, resNet]))
  static let featureSurgery = Setting<MethodStatement.Surgery>(
    "featureSurgery", .name(of: "a feature surgery"),
    "the variant of feature surgery, where the task applies it; by default none")

  static let schema = SettingSchema([name, attention, surgery, featureSurgery])
}

extension SettingType where Value == String {
  /// A name that can also be a folder's.
  fileprivate static var rowName: SettingType {
    let expected = "a name without `/` that does not begin with a full stop"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      let name = try SettingType.text.read(value, context)
      guard !name.contains("/"), !name.hasPrefix(".") else {
        throw context.invalid(value, expected: expected)
      }
      return name
    } describe: { name, _ in
      SettingText(name)
    }
  }
}
