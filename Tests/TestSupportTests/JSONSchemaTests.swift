import Foundation
import TestSupport
import Testing

@Suite("JSON Schema")
struct JSONSchemaTests {
  /// A schema, values that fit it, and values that do not.
  struct Example: Sendable, CustomTestStringConvertible {
    let schema: PlainJSON
    let fitting: [PlainJSON]
    let unfitting: [PlainJSON]

    var testDescription: String { "\(schema.members?.keys.sorted() ?? [])" }
  }

  static let examples: [Example] = [
    Example(
      schema: ["type": "integer"], fitting: [0, -3, 2.0],
      unfitting: [2.5, "2", .null, true, [], [:]]),
    Example(schema: ["type": "number"], fitting: [0, 2.5], unfitting: ["2", .null, false]),
    Example(
      schema: ["type": ["string", "null"]], fitting: ["", .null], unfitting: [0, false, [], [:]]),
    Example(schema: ["type": "boolean"], fitting: [true, false], unfitting: [0, "true", .null]),
    Example(schema: ["const": 1], fitting: [1, 1.0], unfitting: [2, "1", true]),
    Example(schema: ["enum": ["a", .null]], fitting: ["a", .null], unfitting: ["b", 0, false]),
    Example(
      schema: ["properties": ["a": ["type": "string"]]], fitting: [["a": "x"], ["b": 1], [:], 3],
      unfitting: [["a": 1], ["a": .null]]),
    Example(schema: ["required": ["a"]], fitting: [["a": .null], 3], unfitting: [[:], ["b": 1]]),
    Example(
      schema: ["properties": ["a": [:]], "additionalProperties": false],
      fitting: [["a": 1], [:], []],
      unfitting: [["a": 1, "b": 1]]),
    Example(
      schema: ["properties": ["a": [:]], "additionalProperties": ["type": "integer"]],
      fitting: [["a": "x", "b": 1]], unfitting: [["b": "x"]]),
    Example(
      schema: ["propertyNames": ["enum": ["a", "b"]]], fitting: [["a": 1], [:], "c"],
      unfitting: [["c": 1], ["a": 1, "c": 1]]),
    Example(schema: ["minProperties": 1], fitting: [["a": 1], []], unfitting: [[:]]),
    Example(
      schema: ["items": ["type": "integer"]], fitting: [[], [1, 2], "x"],
      unfitting: [["x"], [1, 2.5]]),
    Example(schema: ["minItems": 2], fitting: [[1, 1], [1, 2, 3], "x"], unfitting: [[], [1]]),
    Example(schema: ["maxItems": 2], fitting: [[], [1, 1], "xyz"], unfitting: [[1, 2, 3]]),
    Example(
      schema: ["uniqueItems": true], fitting: [[], [1, 2, "1"], 3], unfitting: [[1, 2, 1.0]]),
    Example(schema: ["minLength": 1], fitting: ["x", 0], unfitting: [""]),
    Example(
      schema: ["pattern": "^[0-9a-f]{3}$"], fitting: ["0af", 12], unfitting: ["0aF", "0afa", ""]),
    Example(schema: ["minimum": 0], fitting: [0, 0.5, "x", .null], unfitting: [-1, -1e-9]),
    Example(schema: ["maximum": 100], fitting: [100, -5, .null], unfitting: [101, 100.5]),
    Example(
      schema: ["allOf": [["type": "integer"], ["minimum": 1]]], fitting: [1], unfitting: [0, 1.5]),
    Example(
      schema: ["anyOf": [["type": "integer"], ["minimum": 1]]], fitting: [0, 1, 1.5, "x"],
      unfitting: [0.5]),
    Example(
      schema: ["oneOf": [["type": "integer"], ["type": "string"], ["const": 3]]],
      fitting: [0, "x"], unfitting: [0.5, 3]),
    Example(
      schema: [
        "if": ["properties": ["kind": ["const": "a"]]], "then": ["required": ["more"]],
      ], fitting: [["kind": "b"], ["kind": "a", "more": 1]], unfitting: [["kind": "a"], [:]]),
    Example(
      schema: [
        "$ref": "#/$defs/small", "minimum": 0, "$defs": ["small": ["maximum": 3]],
        "title": "Small", "description": "A small number.",
        "$schema": "https://json-schema.org/draft/2020-12/schema",
      ], fitting: [0, 3], unfitting: [4, -1]),
  ]

  @Test("Values fit or do not, keyword by keyword", arguments: examples)
  func keywords(example: Example) throws {
    let schema = try JSONSchema(example.schema)
    for value in example.fitting {
      #expect(schema.violations(of: value).isEmpty, "\(value)")
    }
    for value in example.unfitting {
      #expect(!schema.violations(of: value).isEmpty, "\(value)")
    }
  }

  @Test("A violation names the place and what was found there")
  func places() throws {
    let schema = try JSONSchema([
      "properties": ["rows": ["items": ["properties": ["score": ["type": "number"]]]]]
    ])
    #expect(
      schema.violations(of: ["rows": [["score": 1], ["score": "x"]]])
        == ["/rows/1/score: string is none of [\"number\"]"])
  }

  static let faults: [(schema: PlainJSON, problem: String)] = [
    (["reqired": ["a"]], "the keyword reqired is not known"),
    (["items": ["properties": ["a": ["typ": "string"]]]], "the keyword typ is not known"),
    (["type": "float"], "type cannot be"),
    (["type": ["string", "string"]], "type cannot be"),
    (["enum": []], "enum cannot be"),
    (["enum": ["a", "a"]], "enum cannot be"),
    (["required": "a"], "required cannot be"),
    (["required": ["a", "a"]], "required cannot be"),
    (["properties": ["a"]], "properties cannot be"),
    (["items": true], "items cannot be"),
    (["minItems": -1], "minItems cannot be"),
    (["minItems": 1.5], "minItems cannot be"),
    (["uniqueItems": false], "uniqueItems cannot be"),
    (["pattern": "[a"], "pattern cannot be"),
    (["minimum": "0"], "minimum cannot be"),
    (["anyOf": []], "anyOf cannot be"),
    (["anyOf": [true]], "a schema is an object"),
    (["title": ""], "title cannot be"),
    (["$schema": "http://json-schema.org/draft-07/schema#"], "$schema cannot be"),
    (["type": "string", "minimum": 0], "minimum says nothing of the type string"),
    (["type": ["array", "null"], "pattern": "x"], "pattern says nothing of the type array, null"),
    (["if": ["type": "string"]], "if and then need each other"),
    (["then": ["type": "string"]], "if and then need each other"),
    (
      ["required": ["b"], "properties": ["a": [:]], "additionalProperties": false],
      "b is required and cannot be there"
    ),
    (["$ref": "#/$defs/none"], "leads nowhere"),
    (["$ref": "other.json#/$defs/none"], "leads nowhere"),
    (["$defs": ["unused": [:]]], "nothing refers to it"),
  ]

  @Test("A schema with a slip of the pen is none", arguments: faults.indices)
  func slips(index: Int) throws {
    let (schema, problem) = Self.faults[index]
    let fault = #expect(throws: JSONSchemaFault.self) { try JSONSchema(schema) }
    #expect(fault?.problem.contains(problem) == true, "\(String(describing: fault))")
  }

  @Test("A schema may refer to a file beside it, and the rest of the way from there")
  func files() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(
      #"{"items": {"$ref": "second.json#/$defs/pair"}}"#, to: "first.json")
    try folder.write(
      ##"{"$ref": "#/$defs/pair", "$defs": {"pair": {"items": {"$ref": "#/$defs/one"}}, "##
        + ##""one": {"type": "integer"}}}"##, to: "second.json")
    let schema = try JSONSchema(contentsOf: first)
    #expect(schema.violations(of: [[1, 2], [3]]).isEmpty)
    #expect(schema.violations(of: [[1, 2], ["x"]]).map { $0.hasPrefix("/1/0: ") } == [true])
    try FileManager.default.removeItem(at: folder.url.appending(path: "second.json"))
    #expect(throws: JSONSchemaFault.self) { try JSONSchema(contentsOf: first) }
  }

  @Test("A pointer finds, replaces, adds and removes")
  func pointers() {
    let value: PlainJSON = ["a": [1, ["b": .null]], "c": "x"]
    #expect(value["/a/1/b"] == .some(.null))
    #expect(value["/a/2"] == nil)
    #expect(value["/c/d"] == nil)
    #expect(value.replacing("/a/1/b", with: 2) == ["a": [1, ["b": 2]], "c": "x"])
    #expect(value.replacing("/a/1/d", with: 2) == ["a": [1, ["b": .null, "d": 2]], "c": "x"])
    #expect(value.replacing("/a/0", with: nil) == ["a": [["b": .null]], "c": "x"])
    #expect(value.replacing("/c", with: nil) == ["a": [1, ["b": .null]]])
  }
}
