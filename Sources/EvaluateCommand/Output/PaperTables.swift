import Evaluation
import Foundation
import Logging
import Reporting

/// Published tables with runs beside their numbers.
enum PaperTables {
  /// The tables in one of the forms.
  ///
  /// - Parameters:
  ///   - name: The name of the file of published tables.
  ///   - runs: The runs that there are.
  ///   - format: The form of the text.
  ///   - surroundings: Where files are looked for.
  ///   - logger: Told of results that cannot be read.
  /// - Returns: Lines that end with a line break each.
  /// - Throws: `ConfigurationError` where the tables or their experiments are wrong.
  static func text(
    of name: String, with runs: RunCatalogue, as format: TableFormat,
    in surroundings: Surroundings, warning logger: Logger
  ) throws -> String {
    for error in runs.unreadable { logger.warning("left out: \(error)") }
    let reference = try ReferenceTables(
      named: name, statedAt: .option("table \(name)"), in: surroundings)
    let tables = try PaperComparison(of: reference, with: runs, in: surroundings).tables
    if format == .csv {
      return PaperRecords(tables, in: surroundings).table.rendered(as: .csv)
    }
    return tables.map { PaperTable($0, in: surroundings).table }
      .map { $0.rendered(as: format, styled: Terminal.standardOutput.allowsStyle) }
      .joined(separator: "\n")
  }
}
