/// A value of a configuration as it was stated, with where that was.
public struct ConfigurationValue: Sendable, Equatable {
  /// What was stated.
  enum Content: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// A JSON number, as spelled.
    case number(String)
    case text(String)
    case list([ConfigurationValue])
    case object([Member])
  }

  /// One key of an object with its value.
  struct Member: Sendable, Equatable {
    let name: String
    let nameOrigin: SettingOrigin
    var value: ConfigurationValue
  }

  let content: Content
  let origin: SettingOrigin

  init(_ content: Content, from origin: SettingOrigin) {
    self.content = content
    self.origin = origin
  }

  /// The members of an object; `nil` where the value is something else.
  var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The member of an object with the given name.
  subscript(name: String) -> ConfigurationValue? {
    members?.first { $0.name == name }?.value
  }

  /// The value that a path of keys leads to.
  subscript(path: SettingPath) -> ConfigurationValue? {
    path.names.reduce(Optional(self)) { value, name in value?[name] }
  }

  /// Whether a text in the value holds another.
  func mentions(_ text: String) -> Bool {
    switch content {
    case .text(let stated): stated.contains(text)
    case .list(let elements): elements.contains { $0.mentions(text) }
    case .object(let members): members.contains { $0.value.mentions(text) }
    case .null, .boolean, .number: false
    }
  }
}

extension ConfigurationValue {
  /// The value in few words, as a message says what it got.
  var summary: String {
    switch content {
    case .null: "null"
    case .boolean(let value): String(value)
    case .number(let spelling): spelling
    case .text(let text): Self.quoted(text)
    case .list(let elements): "a list of \(elements.count)"
    case .object: "an object"
    }
  }

  /// A text in quotation marks, cut where it is long.
  static func quoted(_ text: String, limit: Int = 60) -> String {
    let shown = text.count <= limit ? text : text.prefix(limit) + "…"
    return "\"" + shown.replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "\""
  }
}
