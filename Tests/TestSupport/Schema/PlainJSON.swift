public import Foundation

/// A JSON document by its form alone, read without any of the program's own types.
public enum PlainJSON: Sendable, Hashable {
  /// `null`.
  case null

  /// `true` or `false`.
  case boolean(Bool)

  /// A number: 1 and 1.0 are the same.
  case number(Double)

  /// A text.
  case string(String)

  /// An array.
  case array([PlainJSON])

  /// An object.
  case object([String: PlainJSON])

  /// Reads a document.
  public init(_ data: Data) throws {
    self = try JSONDecoder().decode(PlainJSON.self, from: data)
  }

  /// Reads a file.
  public init(contentsOf file: URL) throws {
    try self.init(Data(contentsOf: file))
  }

  /// Reads a text of one document a line.
  public static func lines(of file: URL) throws -> [PlainJSON] {
    try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { try PlainJSON(Data($0)) }
  }

  /// The members, where the value is an object.
  public var members: [String: PlainJSON]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The elements, where the value is an array.
  public var elements: [PlainJSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text, where the value is one.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, where the value is one.
  public var double: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The name of the value's type, as JSON Schema has it; a whole number is a number too.
  public var typeName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number(let value): value.rounded() == value ? "integer" : "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

extension PlainJSON: Decodable {
  /// Reads any value; numbers are tried first, as most values of a result are numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([PlainJSON].self) {
      self = .array(value)
    } else if let value = try? container.decode([String: PlainJSON].self) {
      self = .object(value)
    } else {
      self = .boolean(try container.decode(Bool.self))
    }
  }
}

extension PlainJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates a text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Creates a number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// Creates a number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// Creates an array.
  public init(arrayLiteral elements: PlainJSON...) { self = .array(elements) }

  /// Creates an object.
  public init(dictionaryLiteral elements: (String, PlainJSON)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}
