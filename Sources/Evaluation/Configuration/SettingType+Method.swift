import OpenVocabulary

extension SettingType where Value == MethodStatement {
  /// The name of a known method, or an object that puts one together.
  static var method: SettingType {
    let known = Method.all.map(\.name)
    let expected = """
      a method (\(known.joined(separator: ", "))) or an object of \(MethodSettings.schema.names)
      """
    let composed = SettingType.record(MethodSettings.schema, expected: expected) {
      reader throws(ConfigurationError) in
      try MethodStatement(reader)
    } describe: { statement, _ in
      // The variant matters to the name only where it is stated.
      SettingText(statement.method(preferring: .released).name)
    }
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      switch value.content {
      case .object: return try composed.read(value, context)
      case .text(let name):
        guard let method = Method.all.first(where: { $0.name == name }) else {
          throw context.unknownName(value, known: known)
        }
        return MethodStatement(naming: method)
      default: throw context.invalid(value, expected: expected)
      }
    } describe: { statement, surroundings in
      composed.describe(statement, surroundings)
    }
  }
}

extension MethodStatement {
  /// Reads a method that is put together.
  fileprivate init(_ reader: SettingReader) throws(ConfigurationError) {
    name = try reader.optional(MethodSettings.name)?.value
    attention = try reader.required(MethodSettings.attention).value
    featureSurgery = try reader.optional(MethodSettings.featureSurgery)?.value ?? Surgery.none
    let surgery = reader.group(MethodSettings.surgery)
    let firstBlock = try surgery.optional(MethodSettings.firstBlock)
    let resNet = try surgery.optional(MethodSettings.resNet)
    self.firstBlock = firstBlock?.value
    self.resNet = resNet?.value
    let stated = [
      (MethodSettings.firstBlock.name, firstBlock?.origin),
      (MethodSettings.resNet.name, resNet?.origin),
    ]
    for (name, origin) in stated {
      guard let origin, attention == .original else { continue }
      throw .contradiction(
        origin: origin, key: SettingPath(["method", MethodSettings.surgery.name, name]),
        problem: "has no meaning where `attention` is original")
    }
  }
}
