/// The settings of a method that is put together rather than named.
enum MethodSettings {
  static let name = Setting<String>(
    "name", .methodName, "the known method to start from, and the name of the row")
  static let attention = Setting<MethodStatement.Attention>(
    "attention", .name(of: "an attention"),
    "how the vision tower's blocks attend: as trained, or with architecture surgery")
  static let firstBlock = Setting(
    "firstBlock", .count(of: "blocks", in: 1...256),
    "the first block with surgery, counted from 1; by default the sixth from the end")
  static let surgery = SettingGroup("surgery", SettingSchema([firstBlock]))
  static let featureSurgery = Setting<MethodStatement.FeatureSurgery>(
    "featureSurgery", .name(of: "a feature surgery"),
    "the variant of feature surgery, where the task applies it")

  static let schema = SettingSchema([name, attention, surgery, featureSurgery])
}
