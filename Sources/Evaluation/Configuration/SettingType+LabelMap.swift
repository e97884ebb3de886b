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
      SettingText(runs(of: entries).map(describe).joined(separator: ", "))
    }
  }

  /// The entries in runs of neighbours that are mapped alike: in step with the raw labels, or not
  /// scored.
  private static func runs(of entries: [LabelTable.Entry]) -> [[LabelTable.Entry]] {
    entries.reduce(into: []) { runs, entry in
      if let last = runs.last?.last, entry.raw == last.raw + 1,
        entry.trainID == last.trainID.map({ $0 + 1 })
      {
        runs[runs.count - 1].append(entry)
      } else {
        runs.append([entry])
      }
    }
  }

  private static func describe(_ run: [LabelTable.Entry]) -> String {
    guard let first = run.first, let last = run.last else { return "" }
    let raw = run.count == 1 ? "\(first.raw)" : "\(first.raw)–\(last.raw)"
    guard let start = first.trainID, let end = last.trainID else { return "\(raw) not scored" }
    return run.count == 1 ? "\(raw) → \(start)" : "\(raw) → \(start)–\(end)"
  }

  private static func trainID(
    _ value: ConfigurationValue, _ context: SettingContext
  ) throws(ConfigurationError) -> Int? {
    if value.content == .null { return nil }
    return try SettingType<Int>.count(of: "classes", in: 0...65533).read(value, context)
  }
}
