extension JSONValue {
  /// One place where two documents say different things.
  struct Difference: Sendable, Equatable {
    /// The keys that lead there.
    let path: [String]

    /// What the first document says; `nil` where it says nothing.
    let first: JSONValue?

    /// What the second document says; `nil` where it says nothing.
    let second: JSONValue?
  }

  /// Where another document says something else, in the order of the keys; arrays are compared whole.
  func differences(from other: JSONValue, at path: [String] = []) -> [Difference] {
    guard self != other else { return [] }
    guard case .object(let mine) = self, case .object(let others) = other else {
      return [Difference(path: path, first: self, second: other)]
    }
    return Set(mine.keys).union(others.keys).sorted().flatMap { key in
      switch (mine[key], others[key]) {
      case (let first?, let second?): first.differences(from: second, at: path + [key])
      case (let first, let second):
        [Difference(path: path + [key], first: first, second: second)]
      }
    }
  }
}

extension JSONValue.Difference: CustomStringConvertible {
  /// The place and what both say, on one line.
  var description: String {
    "\(path.joined(separator: ".")): \(text(first)) → \(text(second))"
  }

  private func text(_ value: JSONValue?) -> String {
    value?.compactText ?? "nothing"
  }
}

extension JSONValue {
  /// The value as JSON on one line, with sorted keys; long lists of it are cut.
  var compactText: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let value): value
    case .array(let values):
      "[\(values.prefix(8).map(\.compactText).joined(separator: ", "))\(values.count > 8 ? ", …" : "")]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.compactText)" }.joined(separator: ", "))}"
    }
  }
}
