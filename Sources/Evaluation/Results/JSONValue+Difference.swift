import Foundation

extension JSONValue {
  /// A place at which two values differ.
  struct Difference: Equatable {
    /// The keys that lead to it, with full stops between them.
    let path: String

    /// What stands there in each, in words; `nil` where nothing does.
    let values: (JSONValue?, JSONValue?)

    static func == (first: Self, second: Self) -> Bool {
      first.path == second.path && first.values.0 == second.values.0
        && first.values.1 == second.values.1
    }
  }

  /// The places at which this value and another differ, sorted by their paths.
  ///
  /// A list that is stored by its length and hash counts as one value.
  func differences(from other: JSONValue?, at path: [String] = []) -> [Difference] {
    guard self != other else { return [] }
    if case .object(let members) = self, case .object(let others)? = other, !isStoredList {
      return Set(members.keys).union(others.keys).sorted().flatMap { key -> [Difference] in
        let place = path + [key]
        guard let member = members[key] else {
          return [
            Difference(path: place.joined(separator: "."), values: (nil, others[key]))
          ]
        }
        return member.differences(from: others[key], at: place)
      }
    }
    return [Difference(path: path.joined(separator: "."), values: (self, other))]
  }

  /// Every value that is no object, by the keys that lead to it with full stops between them; a list
  /// that is stored by its length and hash counts as one value.
  func leaves(at path: String = "") -> [String: JSONValue] {
    guard case .object(let members) = self, !isStoredList else { return [path: self] }
    return members.reduce(into: [:]) { leaves, member in
      let place = path.isEmpty ? member.key : "\(path).\(member.key)"
      leaves.merge(member.value.leaves(at: place)) { first, _ in first }
    }
  }

  /// Whether the value is a list by its length and hash.
  private var isStoredList: Bool {
    if case .object(let members) = self { Set(members.keys) == ["count", "sha256"] } else { false }
  }

  /// The value in few words for a person.
  var words: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): text
    case .array(let elements): elements.map(\.words).joined(separator: " × ")
    case .object(let members):
      if isStoredList {
        "\(members["count"]?.words ?? "") (\((members["sha256"]?.words ?? "").prefix(8)))"
      } else {
        members.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }
          .joined(separator: ", ")
      }
    }
  }

  /// The value as it is read back from a file: a whole number is none of the others.
  func asStored() throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(self))
  }
}
