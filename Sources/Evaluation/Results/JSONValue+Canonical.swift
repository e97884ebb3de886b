import Foundation

extension JSONValue {
  /// The value as JSON on one line with sorted keys, as `jq -cjS .` prints it.
  var canonicalData: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self)
    }
  }

  /// The value that a path of keys leads to through objects; setting nothing removes it, and setting
  /// where there is no way to changes nothing.
  subscript(at path: some Collection<String>) -> JSONValue? {
    get { path.reduce(Optional(self)) { $0?[$1] } }
    set {
      guard let key = path.first, case .object(var members) = self else { return }
      if path.count == 1 {
        members[key] = newValue
      } else {
        members[key]?[at: path.dropFirst()] = newValue
      }
      self = .object(members)
    }
  }
}
