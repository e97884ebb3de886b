import CLIP

/// The settings of a method that is put together rather than named.
enum MethodSettings {
  static let name = Setting<String>(
    "name", .rowName,
    "what tables and folders of predictions call it; by default what it is made of")
  static let attention = Setting<MethodStatement.Attention>(
    "attention", .name(of: "an attention"),
    "how the vision tower's blocks attend: as trained, or with architecture surgery")
  static let firstBlock = Setting(
    "firstBlock", .count(of: "blocks", in: 1...256),
    "the first block with surgery, counted from 1; by default the sixth from the end")
  static let resNet = Setting<ResNetSurgery>(
    "resNet", .name(of: "a variant"),
    "how a ModifiedResNet's attention pool is changed; by default as the released code runs")
  static let surgery = SettingGroup("surgery", SettingSchema([firstBlock, resNet]))
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
