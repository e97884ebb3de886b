import OpenVocabulary

/// Published tables, read from a file of `Configs/tables`.
public struct ReferenceTables: Sendable {
  /// The name of the file.
  public let name: String

  /// One sentence on what the tables are.
  public let summary: String

  /// The tables, in order.
  public let tables: [ReferenceTable]

  /// Reads a file strictly: unknown keys, numbers without a source and rows of the wrong length are
  /// errors.
  ///
  /// - Parameters:
  ///   - name: The file's name in `Configs/tables`, or its path.
  ///   - origin: What names the file, for messages.
  ///   - surroundings: Where it is looked for.
  /// - Throws: `ConfigurationError` with file, line and column.
  public init(
    named name: String, statedAt origin: SettingOrigin, in surroundings: Surroundings
  ) throws(ConfigurationError) {
    typealias Keys = ReferenceTableSettings
    let reader = try SettingReader(
      .tables, named: name, statedAt: origin, by: Keys.schema, in: surroundings)
    self.name = try reader.required(Keys.name).value
    summary = try reader.required(Keys.summary).value
    var sources: [String: String] = [:]
    for source in try reader.required(Keys.sources).value { sources[source.name] = source.text }
    var tables: [ReferenceTable] = []
    for statement in try reader.required(Keys.tables).value {
      if tables.contains(where: { $0.name == statement.name.value }) {
        throw .contradiction(
          origin: statement.name.origin, key: "tables.name",
          problem: "is \"\(statement.name.value)\", as that of a table above")
      }
      tables.append(try statement.table(sources: sources))
    }
    self.tables = tables
  }
}

extension ReferenceTableSettings.TableStatement {
  /// The table with its sources in words.
  fileprivate func table(
    sources: [String: String]
  ) throws(ConfigurationError) -> ReferenceTable {
    var checked: [ReferenceTable.Row] = []
    for statement in rows { checked.append(try row(statement, sources: sources)) }
    return ReferenceTable(
      name: name.value, title: title, protocolName: protocolName,
      allowsMissingImages: allowsMissingImages, texts: texts, columns: columns, rows: checked,
      notes: notes)
  }

  private func row(
    _ statement: ReferenceTableSettings.RowStatement, sources: [String: String]
  ) throws(ConfigurationError) -> ReferenceTable.Row {
    let row = statement.row
    guard row.paper.count == columns.count, row.texts.count == texts.count else {
      throw .contradiction(
        origin: statement.paperOrigin, key: "tables.rows",
        problem: """
          has \(row.texts.count) words and \(row.paper.count) numbers, where the table \
          \(name.value) has \(texts.count) and \(columns.count)
          """)
    }
    guard let source = statement.source else {
      guard row.paper.allSatisfy({ $0 == nil }) else {
        throw .contradiction(
          origin: statement.paperOrigin, key: "tables.rows.paper",
          problem: "has a number without a `source`")
      }
      return row
    }
    guard let text = sources[source.value] else {
      throw .unknownName(
        origin: source.origin, key: "tables.rows.source",
        got: ConfigurationValue.quoted(source.value),
        suggestion: NameSuggestion.nearest(to: source.value, among: Array(sources.keys)),
        known: sources.keys.sorted())
    }
    return ReferenceTable.Row(
      texts: row.texts, paper: row.paper, source: text, startsGroup: row.startsGroup,
      config: row.config, method: row.method, reading: row.reading)
  }
}
