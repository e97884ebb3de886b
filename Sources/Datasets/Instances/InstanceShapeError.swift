/// Why numbers or characters state no pixels; where they stand is for the reader of the file to add.
public struct InstanceShapeError: Error, Equatable, Sendable {
  /// What was found.
  public let got: String

  /// What should have been there.
  public let expected: String

  /// Creates an error.
  public init(got: String, expected: String) {
    self.got = got
    self.expected = expected
  }
}
