/// Holds values against schemas that ``JSONSchemaChecker`` has passed.
struct JSONSchemaValidation {
  /// The schemas, by the names of their files.
  let documents: [String: PlainJSON]

  /// The schema that a reference leads to and the file it is in; `nil` where it leads nowhere.
  func target(of reference: String, in file: String) -> (schema: PlainJSON, file: String)? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].isEmpty ? file : String(parts[0])
    let pointer = parts.count > 1 ? String(parts[1]) : ""
    guard pointer.isEmpty || pointer.hasPrefix("/") else { return nil }
    return documents[name]?[pointer].map { ($0, name) }
  }

  /// What of a value a schema refuses, a line each.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - place: Where it lies in its document.
  ///   - schema: The schema.
  ///   - file: The name of the schema's file.
  /// - Returns: The lines; none for a value that fits.
  func violations(
    of value: PlainJSON, at place: String, by schema: PlainJSON, in file: String
  ) -> [String] {
    (schema.members ?? [:]).flatMap { name, argument -> [String] in
      guard let keyword = JSONSchemaKeyword(rawValue: name) else {
        preconditionFailure("\(name) has passed the checks of schemas")
      }
      return self.violations(of: value, at: place, by: keyword, argument, of: schema, in: file)
    }.sorted()
  }

  private func violations(
    of value: PlainJSON, at place: String, by keyword: JSONSchemaKeyword, _ argument: PlainJSON,
    of schema: PlainJSON, in file: String
  ) -> [String] {
    func violations(_ value: PlainJSON, _ step: String?, _ schema: PlainJSON) -> [String] {
      self.violations(
        of: value, at: step.map { "\(place)/\($0)" } ?? place, by: schema, in: file)
    }
    func refused(_ reason: String) -> [String] { ["\(place.isEmpty ? "/" : place): \(reason)"] }
    func expect(_ holds: Bool, _ reason: @autoclosure () -> String) -> [String] {
      holds ? [] : refused(reason())
    }
    let members = value.members ?? [:]
    switch keyword {
    case .schema, .definitions, .title, .description, .then:
      return []
    case .reference:
      guard let target = target(of: argument.text ?? "", in: file) else {
        preconditionFailure("\(argument) has passed the checks of schemas")
      }
      return self.violations(of: value, at: place, by: target.schema, in: target.file)
    case .type:
      let types = argument.elements ?? [argument]
      let names = [value.typeName] + (value.typeName == "integer" ? ["number"] : [])
      return expect(
        names.contains { types.contains(.string($0)) }, "\(value.typeName) is none of \(types)")
    case .const:
      return expect(value == argument, "\(value) is not \(argument)")
    case .enum:
      return expect((argument.elements ?? []).contains(value), "\(value) is none of \(argument)")
    case .allOf:
      return (argument.elements ?? []).flatMap { violations(value, nil, $0) }
    case .anyOf, .oneOf:
      let choices = (argument.elements ?? []).map { violations(value, nil, $0) }
      let fitting = choices.count(where: \.isEmpty)
      if fitting == 0 {
        return refused("fits none of \(choices.count) choices: \(choices)")
      }
      return expect(keyword == .anyOf || fitting == 1, "fits \(fitting) of the choices at a time")
    case .if:
      guard violations(value, nil, argument).isEmpty else { return [] }
      return violations(value, nil, schema.members?["then"] ?? [:])
    case .properties:
      return (argument.members ?? [:]).flatMap { name, schema in
        members[name].map { violations($0, name, schema) } ?? []
      }
    case .required:
      guard value.members != nil else { return [] }
      return (argument.elements ?? []).compactMap(\.text).filter { members[$0] == nil }
        .flatMap { refused("\($0) is missing") }
    case .additionalProperties:
      let known = schema.members?["properties"]?.members ?? [:]
      return members.filter { known[$0.key] == nil }.flatMap { name, member in
        argument == .boolean(false)
          ? refused("\(name) is not known") : violations(member, name, argument)
      }
    case .propertyNames:
      return members.keys.flatMap { violations(.string($0), $0, argument) }
    case .minProperties:
      return expect(
        value.members == nil || Double(members.count) >= argument.double ?? 0,
        "\(members.count) members are too few")
    case .items:
      return (value.elements ?? []).enumerated().flatMap { violations($1, "\($0)", argument) }
    case .minItems, .maxItems, .uniqueItems:
      return expect(
        value.elements.map { Self.counts($0, by: keyword, argument) } ?? true,
        "\(value.elements?.count ?? 0) elements, \(keyword.rawValue) \(argument)")
    case .minLength:
      return expect(
        value.text.map { Double($0.unicodeScalars.count) >= argument.double ?? 0 } ?? true,
        "\(value) is too short")
    case .pattern:
      return expect(
        value.text.map { Self.matches($0, argument.text ?? "") } ?? true,
        "\(value) is not of the form \(argument)")
    case .minimum:
      return expect((value.double ?? .infinity) >= argument.double ?? 0, "\(value) is too small")
    case .maximum:
      return expect((value.double ?? -.infinity) <= argument.double ?? 0, "\(value) is too large")
    }
  }

  private static func counts(
    _ elements: [PlainJSON], by keyword: JSONSchemaKeyword, _ argument: PlainJSON
  ) -> Bool {
    switch keyword {
    case .minItems: Double(elements.count) >= argument.double ?? 0
    case .maxItems: Double(elements.count) <= argument.double ?? 0
    default: Set(elements).count == elements.count
    }
  }

  private static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let expression = try? Regex(pattern) else {
      preconditionFailure("\(pattern) has passed the checks of schemas")
    }
    return text.firstMatch(of: expression) != nil
  }
}
