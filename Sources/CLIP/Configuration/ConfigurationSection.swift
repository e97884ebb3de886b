import Foundation
import Tensors

/// An object of a model's configuration file, read strictly: what is there must be of the right kind.
struct ConfigurationSection {
  /// The file, as errors name it.
  let file: URL

  /// What stands in front of every key, up to and with its dot.
  let path: String

  let members: [String: JSONNode]

  /// A key as errors name it.
  func name(of key: String) -> String { path + key }

  /// The object of a key, or `nil` where there is none or null.
  func section(_ key: String) throws(CLIPError) -> ConfigurationSection? {
    switch members[key] ?? .null {
    case .null: return nil
    case .object(let members):
      return ConfigurationSection(file: file, path: "\(path)\(key).", members: members)
    case let other: throw unsupported(key, other, expected: "an object")
    }
  }

  /// The positive whole number of a key, or `nil` where there is none or null.
  func count(_ key: String) throws(CLIPError) -> Int? {
    switch members[key] ?? .null {
    case .null: return nil
    case .number(let value):
      guard let count = Int(exactly: value), count > 0 else {
        throw unsupported(key, .number(value), expected: "a positive whole number")
      }
      return count
    case let other: throw unsupported(key, other, expected: "a positive whole number")
    }
  }

  /// The text of a key, or `nil` where there is none or null.
  func text(_ key: String) throws(CLIPError) -> String? {
    switch members[key] ?? .null {
    case .null: return nil
    case .text(let value): return value
    case let other: throw unsupported(key, other, expected: "a text")
    }
  }

  /// The truth value of a key, or `nil` where there is none or null.
  func flag(_ key: String) throws(CLIPError) -> Bool? {
    switch members[key] ?? .null {
    case .null: return nil
    case .bool(let value): return value
    case let other: throw unsupported(key, other, expected: "true or false")
    }
  }

  /// The three numbers of a key, one a colour, or `nil` where there is none or null.
  func colours(_ key: String) throws(CLIPError) -> [Float]? {
    let expected = "three numbers"
    switch members[key] ?? .null {
    case .null: return nil
    case .array(let values):
      let numbers = values.compactMap { value -> Float? in
        if case .number(let number) = value { Float(number) } else { nil }
      }
      guard numbers.count == 3, values.count == 3 else {
        throw unsupported(key, .array(values), expected: expected)
      }
      return numbers
    case let other: throw unsupported(key, other, expected: expected)
    }
  }

  /// Refuses a value that would change what the network computes.
  func unsupported(_ key: String, _ value: JSONNode, expected: String) -> CLIPError {
    .unsupportedSetting(
      file: file, key: name(of: key), got: value.description, expected: expected)
  }
}
