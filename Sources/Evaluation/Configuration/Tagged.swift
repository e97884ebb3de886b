/// A protocol's choice with how sure it is that the paper made the same.
struct Tagged<Value: Sendable>: Sendable {
  let value: Value

  /// How sure the choice is; `nil` where an experiment states its own.
  let confidence: Confidence?

  /// The evidence.
  let note: String?
}

extension SettingType {
  /// A value, plain or as `{"value": …, "status": "stated", "note": "…"}`.
  static func tagged<Plain>(_ plain: SettingType<Plain>) -> SettingType
  where Value == Tagged<Plain> {
    let stated = Setting("value", plain, "the choice")
    let status =
      Setting("status", .name(of: "how sure it is"), "how sure it is") as Setting<Confidence>
    let note = Setting("note", .text, "the evidence")
    let record = SettingType.record(
      SettingSchema([stated, status, note]), expected: plain.expected
    ) { reader throws(ConfigurationError) in
      Tagged(
        value: try reader.required(stated).value,
        confidence: try reader.required(status).value,
        note: try reader.optional(note)?.value)
    } describe: { tagged, surroundings in
      plain.describe(tagged.value, surroundings)
    }
    return SettingType(expected: plain.expected) { value, context throws(ConfigurationError) in
      // A plain value may be an object too, with other keys.
      let tags = [stated.name, status.name, note.name]
      if let members = value.members,
        members.isEmpty || members.contains(where: { tags.contains($0.name) })
      {
        return try record.read(value, context)
      }
      return Tagged(value: try plain.read(value, context), confidence: nil, note: nil)
    } describe: { tagged, surroundings in
      var text = plain.describe(tagged.value, surroundings)
      text.confidence = tagged.confidence
      text.note = tagged.note
      return text
    }
  }
}
