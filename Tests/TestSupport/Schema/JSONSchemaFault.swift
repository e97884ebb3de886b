/// What is wrong with a schema itself.
public struct JSONSchemaFault: Error, Equatable, CustomStringConvertible {
  /// The name of the schema's file.
  public let file: String

  /// Where in it.
  public let place: String

  /// What is wrong there.
  public let problem: String

  /// The fault in words.
  public var description: String { "\(file)#\(place): \(problem)" }
}
