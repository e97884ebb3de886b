extension PlainJSON: CustomStringConvertible {
  /// The value as JSON on one line with sorted keys; long ones are cut.
  public var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): Int(exactly: value).map { "\($0)" } ?? "\(value)"
    case .string(let text): "\"\(text)\""
    case .array(let elements):
      "[\(elements.prefix(8).map(\.description).joined(separator: ", "))"
        + (elements.count > 8 ? ", … \(elements.count)]" : "]")
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        .joined(separator: ", ") + "}"
    }
  }
}
