/// A value of the configuration and where it was stated.
public struct Stated<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value

  /// Where it was stated.
  public let origin: SettingOrigin

  /// Joins a value and its origin.
  public init(_ value: Value, from origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }
}

extension Stated: Equatable where Value: Equatable {}
