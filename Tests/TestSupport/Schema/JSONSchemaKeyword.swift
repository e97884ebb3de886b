/// The keywords of JSON Schema (draft 2020-12) that the project's schemas use; no other is accepted.
enum JSONSchemaKeyword: String, CaseIterable {
  case schema = "$schema"
  case definitions = "$defs"
  case reference = "$ref"
  case title
  case description
  case type
  case const
  case `enum`
  case properties
  case required
  case additionalProperties
  case propertyNames
  case minProperties
  case items
  case minItems
  case maxItems
  case uniqueItems
  case minLength
  case pattern
  case minimum
  case maximum
  case allOf
  case anyOf
  case oneOf
  case `if`
  case then

  /// The type of the values that the keyword says something of; `nil` for all.
  var subject: String? {
    switch self {
    case .properties, .required, .additionalProperties, .propertyNames, .minProperties: "object"
    case .items, .minItems, .maxItems, .uniqueItems: "array"
    case .minLength, .pattern: "string"
    case .minimum, .maximum: "number"
    case .schema, .definitions, .reference, .title, .description, .type, .const, .enum, .allOf,
      .anyOf, .oneOf, .if, .then:
      nil
    }
  }
}
