import Datasets

extension SettingType where Value == [LabelTable.Entry] {
  /// An object from raw labels to train ids.
  static var labelMap: SettingType {
    let expected = #"an object from raw labels to train ids or null, such as {"7": 0, "8": null}"#
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard let members = value.members, !members.isEmpty else {
        throw context.invalid(value, expected: expected)
      }
      var entries: [LabelTable.Entry] = []
      for member in members {
        guard let raw = Int(member.name), (0...65535).contains(raw), member.name == String(raw)
        else {
          throw .invalidValue(
            origin: member.nameOrigin, key: context.key,
            got: "about the label \(ConfigurationValue.quoted(member.name))",
            expected: "raw labels from 0 to 65535")
        }
        let inner = SettingContext(
          key: context.key.appending(member.name), surroundings: context.surroundings)
        entries.append(
          LabelTable.Entry(raw: raw, trainID: try trainID(member.value, inner)))
      }
      return entries.sorted { $0.raw < $1.raw }
    } describe: { entries, _ in
      let texts = entries.map { "\($0.raw) → \($0.trainID.map(String.init) ?? "not scored")" }
      return SettingText(texts.joined(separator: ", "))
    }
  }

  private static func trainID(
    _ value: ConfigurationValue, _ context: SettingContext
  ) throws(ConfigurationError) -> Int? {
    if value.content == .null { return nil }
    return try SettingType<Int>.count(of: "classes", in: 0...65533).read(value, context)
  }
}
