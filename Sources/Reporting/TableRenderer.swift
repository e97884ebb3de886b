/// Turns a table into text.
public protocol TableRenderer: Sendable {
  /// The table as text, with a line break at the end.
  func render(_ table: Table) -> String
}
