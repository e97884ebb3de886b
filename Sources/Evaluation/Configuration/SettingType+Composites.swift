extension SettingType {
  /// A list of values.
  static func list<Element>(of element: SettingType<Element>) -> SettingType
  where Value == [Element] {
    let expected = "a list, each \(element.expected)"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard case .list(let stated) = value.content, !stated.isEmpty else {
        throw context.invalid(value, expected: expected)
      }
      var elements: [Element] = []
      for each in stated { elements.append(try element.read(each, context)) }
      return elements
    } describe: { elements, surroundings in
      let texts = elements.map { element.describe($0, surroundings).text }
      return SettingText(texts.joined(separator: ", "))
    }
  }

  /// One value, or a list of them.
  static func oneOrMore<Element>(_ element: SettingType<Element>) -> SettingType
  where Value == [Element] {
    let list = list(of: element)
    return SettingType(expected: "\(element.expected), or a list of them") {
      value, context throws(ConfigurationError) in
      if case .list = value.content { return try list.read(value, context) }
      return [try element.read(value, context)]
    } describe: { elements, surroundings in
      list.describe(elements, surroundings)
    }
  }

  /// An object with settings of its own.
  static func record(
    _ schema: SettingSchema, expected: String,
    read: @escaping @Sendable (SettingReader) throws(ConfigurationError) -> Value,
    describe: @escaping @Sendable (Value, Surroundings) -> SettingText
  ) -> SettingType {
    SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard value.members != nil else { throw context.invalid(value, expected: expected) }
      try schema.check(value, at: context.key, in: context.surroundings)
      return try read(
        SettingReader(value, at: context.key, in: context.surroundings, file: nil))
    } describe: { value, surroundings in
      describe(value, surroundings)
    }
  }
}
