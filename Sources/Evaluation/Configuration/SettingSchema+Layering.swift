extension SettingSchema {
  /// Lays one object over another: what the upper one states wins, what it does not state stays.
  ///
  /// Objects of the schema are joined key by key. Settings are replaced as a whole, also where their
  /// value is an object or a list. A text in place of an object replaces the whole object, but an
  /// object laid over such a text keeps it: over `"protocol": "paper"`, `{"inputSize": 64}` gives the
  /// preset `paper` with another input size.
  func layer(_ upper: ConfigurationValue, over lower: ConfigurationValue) -> ConfigurationValue {
    guard let upperMembers = upper.members, var members = lower.members else { return upper }
    for member in upperMembers {
      guard let index = members.firstIndex(where: { $0.name == member.name }) else {
        members.append(member)
        continue
      }
      var joined = member
      if let entry = self[member.name], let children = entry.children,
        member.value.members != nil
      {
        joined.value = children.layer(
          member.value, over: entry.asObject(members[index].value))
      }
      members[index] = joined
    }
    return ConfigurationValue(.object(members), from: upper.origin)
  }

  /// The same object with every text that stands for an object written out as that object.
  func writtenOut(_ object: ConfigurationValue) -> ConfigurationValue {
    guard let members = object.members else { return object }
    let writtenOut = members.map { member in
      guard let entry = self[member.name], let children = entry.children else { return member }
      var member = member
      member.value = children.writtenOut(entry.asObject(member.value))
      return member
    }
    return ConfigurationValue(.object(writtenOut), from: object.origin)
  }
}

extension SchemaEntry {
  /// A value of this key as an object, where it is a text that stands for one.
  fileprivate func asObject(_ value: ConfigurationValue) -> ConfigurationValue {
    guard let shorthand, case .text = value.content else { return value }
    let member = ConfigurationValue.Member(
      name: shorthand, nameOrigin: value.origin, value: value)
    return ConfigurationValue(.object([member]), from: value.origin)
  }
}
