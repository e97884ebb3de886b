import OpenVocabulary

extension SettingType where Value == String {
  /// A text that is not empty.
  static var text: SettingType {
    SettingType(expected: "a text") { value, context throws(ConfigurationError) in
      let text: String
      switch value.content {
      case .text(let stated): text = stated
      // On a command line nothing tells the number 2012 from the text "2012".
      case .number(let spelling) where value.origin.isOption: text = spelling
      default: throw context.invalid(value, expected: "a text")
      }
      guard !text.isEmpty else { throw context.invalid(value, expected: "a text") }
      return text
    } describe: { text, _ in
      SettingText(text)
    }
  }
}

extension SettingType where Value == Bool {
  /// `true` or `false`.
  static var boolean: SettingType {
    SettingType(expected: "true or false") { value, context throws(ConfigurationError) in
      guard case .boolean(let flag) = value.content else {
        throw context.invalid(value, expected: "true or false")
      }
      return flag
    } describe: { flag, _ in
      "\(flag)"
    }
  }
}

extension SettingType where Value == Int {
  /// A whole number in a range; `unit` is what it counts, in the plural.
  static func count(of unit: String, in range: ClosedRange<Int>) -> SettingType {
    let expected = "a whole number of \(unit) from \(range.lowerBound) to \(range.upperBound)"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard case .number(let spelling) = value.content, let number = Int(spelling),
        range.contains(number)
      else { throw context.invalid(value, expected: expected) }
      return number
    } describe: { number, _ in
      "\(number)"
    }
  }
}

extension SettingType where Value == Double {
  /// A number in a range; bounds are written as whole numbers.
  static func number(in range: ClosedRange<Int>) -> SettingType {
    let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
    let range = Double(range.lowerBound)...Double(range.upperBound)
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard case .number(let spelling) = value.content, let number = Double(spelling),
        range.contains(number)
      else { throw context.invalid(value, expected: expected) }
      return number
    } describe: { number, _ in
      "\(number)"
    }
  }
}

extension SettingType where Value: RawRepresentable<String> & CaseIterable {
  /// One of the names of an enumeration.
  static func name(of what: String) -> SettingType {
    let known = Value.allCases.map(\.rawValue)
    let expected = "\(what): \(known.joined(separator: ", "))"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard case .text(let name) = value.content else {
        throw context.invalid(value, expected: expected)
      }
      guard let match = Value(rawValue: name) else {
        throw context.unknownName(value, known: known)
      }
      return match
    } describe: { value, _ in
      SettingText(value.rawValue)
    }
  }
}

extension SettingContext {
  /// The complaint that a name is none of those known.
  func unknownName(_ value: ConfigurationValue, known: [String]) -> ConfigurationError {
    var suggestion: String?
    if case .text(let name) = value.content {
      suggestion = NameSuggestion.nearest(to: name, among: known)
    }
    return .unknownName(
      origin: value.origin, key: key, got: value.summary, suggestion: suggestion, known: known)
  }
}

extension SettingOrigin {
  /// Whether the value was stated on the command line.
  var isOption: Bool {
    if case .option = self { true } else { false }
  }
}
