import Foundation

/// A value of a JSON file whose keys are not known beforehand.
enum JSONNode: Equatable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONNode])
  case object([String: JSONNode])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONNode].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONNode].self))
    }
  }

  /// The members of an object; `nil` for anything else.
  var members: [String: JSONNode]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension JSONNode: CustomStringConvertible {
  /// The value as a person would write it, long ones cut.
  var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): Int(exactly: value).map { "\($0)" } ?? "\(value)"
    case .text(let value): "\"\(value.prefix(60))\""
    case .array(let values): "[\(values.prefix(8).map(\.description).joined(separator: ", "))]"
    case .object: "an object"
    }
  }
}
