/// What an experiment's file says is done to CLIP.
public struct MethodStatement: Sendable, Equatable {
  /// How the vision tower's blocks attend.
  public enum Attention: String, Sendable, Codable, CaseIterable {
    /// As trained.
    case original
    /// With architecture surgery.
    case surgery
  }

  /// Which feature surgery the method does.
  public enum FeatureSurgery: String, Sendable, Codable, CaseIterable {
    /// None.
    case none
    /// That of the released code.
    case released
    /// That of the paper's text.
    case paper
    /// That of the code as it was first released.
    case firstRelease = "first-release"
  }

  /// The known method that this one is or starts from.
  public var name: String?

  /// The attention, where it is stated.
  public var attention: Attention?

  /// The first block with surgery, counted from 1, where it is stated.
  public var firstBlock: Int?

  /// The feature surgery, where it is stated.
  public var featureSurgery: FeatureSurgery?
}

extension SettingType where Value == String {
  /// The name of a known method.
  static var methodName: SettingType {
    let known = MethodStatement.knownNames
    let expected = "a method: \(known.joined(separator: ", "))"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard case .text(let name) = value.content else {
        throw context.invalid(value, expected: expected)
      }
      guard known.contains(name) else { throw context.unknownName(value, known: known) }
      return name
    } describe: { name, _ in
      SettingText(name)
    }
  }
}

extension SettingType where Value == MethodStatement {
  /// The name of a known method, or an object that puts one together.
  static var method: SettingType {
    let expected = "a method's name or an object of \(MethodSettings.schema.names)"
    let composed = SettingType.record(MethodSettings.schema, expected: expected) {
      reader throws(ConfigurationError) in
      let statement = MethodStatement(
        name: try reader.optional(MethodSettings.name)?.value,
        attention: try reader.optional(MethodSettings.attention)?.value,
        firstBlock: try reader.group(MethodSettings.surgery).optional(MethodSettings.firstBlock)?
          .value,
        featureSurgery: try reader.optional(MethodSettings.featureSurgery)?.value)
      if statement.name == nil && statement.attention == nil {
        _ = try reader.required(
          MethodSettings.attention,
          hint: "State `attention`, or the `name` of a known method to start from.")
      }
      return statement
    } describe: { statement, _ in
      SettingText(statement.description)
    }
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      guard value.members == nil else { return try composed.read(value, context) }
      return MethodStatement(name: try SettingType<String>.methodName.read(value, context))
    } describe: { statement, surroundings in
      composed.describe(statement, surroundings)
    }
  }
}
