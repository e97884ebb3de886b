/// Writes a table as comma-separated values after RFC 4180.
///
/// The first record holds the headings; title and notes are left out because the format has no
/// place for them. Records end with a carriage return and a line feed, and a missing value is an
/// empty field. Numbers have the digits of every other form; full precision is in the run's result.
public struct CSVTableRenderer: TableRenderer {
  /// Creates a renderer.
  public init() {}

  /// The headings and the rows, one record each.
  public func render(_ table: Table) -> String {
    let records = [table.columns.map(\.lineTitle)] + table.rows.map { $0.cells.map(Self.text(of:)) }
    return records.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func text(of cell: Table.Cell) -> String {
    switch cell.content {
    case .text(let text): text
    case .number(let value, let format): format.string(from: value)
    case .missing: ""
    }
  }

  /// A field, in quotes where a comma, a quote or a line break would otherwise end it.
  private static func field(_ text: String) -> String {
    // Swift sees CR LF as one character, so scalars are compared.
    let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
