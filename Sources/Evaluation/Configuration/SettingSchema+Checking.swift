import OpenVocabulary

extension SettingSchema {
  /// Checks that an object holds known keys only and that every value is what its key takes.
  ///
  /// - Throws: `ConfigurationError`, with every mistake if there are several.
  func check(
    _ object: ConfigurationValue, at path: SettingPath = SettingPath([]),
    in surroundings: Surroundings
  ) throws(ConfigurationError) {
    let problems = problems(in: object, at: path, surroundings)
    guard let first = problems.first else { return }
    throw problems.count == 1 ? first : .several(problems)
  }

  /// Everything that is wrong with an object, in the order in which it states its keys.
  func problems(
    in object: ConfigurationValue, at path: SettingPath, _ surroundings: Surroundings
  ) -> [ConfigurationError] {
    var problems: [ConfigurationError] = []
    for member in object.members ?? [] {
      let key = path.appending(member.name)
      if let entry = self[member.name] {
        problems += entry.problems(in: member.value, at: key, surroundings)
      } else {
        problems.append(
          .unknownKey(
            origin: member.nameOrigin, key: key,
            suggestion: suggestion(for: member.name, at: path),
            known: entries.map(\.name)))
      }
    }
    return problems
  }

  /// What a key that is not known here may have been meant to be: a sibling of a similar name, or the
  /// same name in another object.
  private func suggestion(for name: String, at path: SettingPath) -> String? {
    let siblings = entries.map(\.name)
    if let near = NameSuggestion.nearest(to: name, among: siblings) {
      return path.appending(near).description
    }
    let all = (path.names.isEmpty ? self : .experiment).keys().map(\.key)
    let elsewhere = all.filter { $0.names.last?.lowercased() == name.lowercased() }
    return elsewhere.count == 1 ? elsewhere.first?.description : nil
  }
}
