extension JSONValue {
  /// Where a value differs from another, each place in a line such as `protocol.inputSize: [64,64], was
  /// [48,48]`.
  ///
  /// - Parameter old: What it is compared with.
  /// - Returns: The places in the order of their keys; empty where the two are the same.
  func differences(from old: JSONValue) -> [String] {
    differences(from: old, at: "")
  }

  private func differences(from old: JSONValue, at path: String) -> [String] {
    guard self != old else { return [] }
    guard case .object(let new) = self, case .object(let previous) = old else {
      return ["\(path.isEmpty ? "it" : path) is \(shown), was \(old.shown)"]
    }
    return Set(new.keys).union(previous.keys).sorted().flatMap { key in
      let place = path.isEmpty ? key : "\(path).\(key)"
      return (new[key] ?? .null).differences(from: previous[key] ?? .null, at: place)
    }
  }

  /// The value in few characters.
  private var shown: String {
    let text =
      switch self {
      case .null: "not stated"
      case .boolean(let value): "\(value)"
      case .integer(let value): "\(value)"
      case .number(let value): "\(value)"
      case .string(let text): text
      case .array(let values): "[" + values.map(\.shown).joined(separator: ", ") + "]"
      case .object(let members):
        "{"
          + members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.shown)" }
          .joined(separator: ", ") + "}"
      }
    return text.count > 80 ? text.prefix(80) + "…" : text
  }
}
