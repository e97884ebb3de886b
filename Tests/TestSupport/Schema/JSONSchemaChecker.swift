import Foundation

/// Holds a schema itself against the language, more strictly than the language asks.
///
/// Refused are unknown keywords, keywords whose value has another form than theirs, keywords that say
/// something of a type which `type` excludes, `if` without `then`, required members that a closed object
/// cannot have, references that lead nowhere, and definitions that nothing refers to.
struct JSONSchemaChecker {
  let file: String

  /// Checks every schema within a document.
  ///
  /// - Returns: The other files that it refers to.
  /// - Throws: ``JSONSchemaFault``.
  func filesReferred(toBy document: PlainJSON) throws(JSONSchemaFault) -> [String] {
    try check(document, at: "")
    return references(in: document).compactMap { reference in
      let name = String(reference.prefix { $0 != "#" })
      return name.isEmpty ? nil : name
    }
  }

  /// Checks that references lead somewhere, and that every definition is used.
  ///
  /// - Throws: ``JSONSchemaFault``.
  func checkReferences(
    of document: PlainJSON, in documents: [String: PlainJSON]
  ) throws(JSONSchemaFault) {
    for reference in references(in: document) {
      guard JSONSchemaValidation(documents: documents).target(of: reference, in: file) != nil else {
        throw fault("", "\(reference) leads nowhere")
      }
    }
    let used = Set(references(in: document))
    for name in (document.members?["$defs"]?.members ?? [:]).keys.sorted()
    where !used.contains("#/$defs/\(name)") {
      throw fault("/$defs/\(name)", "nothing refers to it")
    }
  }

  private func fault(_ place: String, _ problem: String) -> JSONSchemaFault {
    JSONSchemaFault(file: file, place: place, problem: problem)
  }

  private func check(_ schema: PlainJSON, at place: String) throws(JSONSchemaFault) {
    guard let members = schema.members else { throw fault(place, "a schema is an object") }
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      guard let keyword = JSONSchemaKeyword(rawValue: name) else {
        throw fault(place, "the keyword \(name) is not known")
      }
      guard isWellFormed(value, of: keyword) else {
        throw fault(place, "\(name) cannot be \(value)")
      }
      try checkSchemas(in: value, of: keyword, at: "\(place)/\(name)")
      if let types = types(of: schema), let subject = keyword.subject,
        !types.contains(where: { $0 == subject || (subject == "number" && $0 == "integer") })
      {
        throw fault(place, "\(name) says nothing of the type \(types.joined(separator: ", "))")
      }
    }
    guard (members["if"] == nil) == (members["then"] == nil) else {
      throw fault(place, "if and then need each other")
    }
    if members["additionalProperties"] == .boolean(false) {
      for name in (members["required"]?.elements ?? []).compactMap(\.text)
      where members["properties"]?.members?[name] == nil {
        throw fault(place, "\(name) is required and cannot be there")
      }
    }
  }

  /// Checks the schemas that a keyword's value is made of.
  private func checkSchemas(
    in value: PlainJSON, of keyword: JSONSchemaKeyword, at place: String
  ) throws(JSONSchemaFault) {
    switch keyword {
    case .propertyNames, .items, .if, .then:
      try check(value, at: place)
    case .additionalProperties where value.members != nil:
      try check(value, at: place)
    case .properties, .definitions:
      for (name, schema) in value.members ?? [:] { try check(schema, at: "\(place)/\(name)") }
    case .allOf, .anyOf, .oneOf:
      for (index, schema) in (value.elements ?? []).enumerated() {
        try check(schema, at: "\(place)/\(index)")
      }
    default:
      break
    }
  }

  private func isWellFormed(_ value: PlainJSON, of keyword: JSONSchemaKeyword) -> Bool {
    switch keyword {
    case .schema: value == "https://json-schema.org/draft/2020-12/schema"
    case .title, .description, .reference: value.text?.isEmpty == false
    case .type:
      types(of: ["type": value]).map { types in
        !types.isEmpty && Set(types).count == types.count
          && types.allSatisfy(Self.typeNames.contains)
      } ?? false
    case .const: true
    case .enum: value.elements.map { !$0.isEmpty && Set($0).count == $0.count } ?? false
    case .required:
      value.elements.map { names in
        names.allSatisfy { $0.text != nil } && Set(names).count == names.count
      } ?? false
    case .properties, .definitions: value.members != nil
    case .additionalProperties: value == .boolean(false) || value.members != nil
    case .propertyNames, .items, .if, .then: value.members != nil
    case .minProperties, .minItems, .maxItems, .minLength:
      value.typeName == "integer" && (value.double ?? -1) >= 0
    case .uniqueItems: value == .boolean(true)
    case .pattern: value.text.map { (try? Regex($0)) != nil } ?? false
    case .minimum, .maximum: value.double != nil
    case .allOf, .anyOf, .oneOf: value.elements?.isEmpty == false
    }
  }

  private static let typeNames = [
    "null", "boolean", "integer", "number", "string", "array", "object",
  ]

  private func types(of schema: PlainJSON) -> [String]? {
    switch schema.members?["type"] {
    case .string(let name)?: [name]
    case .array(let names)?: names.map { $0.text ?? "" }
    default: nil
    }
  }

  /// The references of a schema and of those within it.
  private func references(in schema: PlainJSON) -> [String] {
    let members = schema.members ?? [:]
    return (members["$ref"]?.text.map { [$0] } ?? [])
      + members.flatMap { name, value -> [String] in
        switch JSONSchemaKeyword(rawValue: name) {
        case .propertyNames, .items, .if, .then, .additionalProperties: references(in: value)
        case .properties, .definitions: (value.members ?? [:]).values.flatMap(references)
        case .allOf, .anyOf, .oneOf: (value.elements ?? []).flatMap(references)
        default: []
        }
      }
  }
}
