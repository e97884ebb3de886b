import Metrics

/// The keys of a file of published tables.
enum ReferenceTableSettings {
  static let name = Setting("name", .text, "the name, which is the file's")
  static let summary = Setting("summary", .text, "one sentence on what the tables are")
  static let sources = Setting("sources", .list(of: .source), "where numbers were read")
  static let tables = Setting("tables", .list(of: .table), "the tables, in order")
  static let schema = SettingSchema([name, summary, sources, tables])

  /// Where numbers were read.
  struct Source: Sendable {
    let name: String
    let text: String

    static let name = Setting("name", .text, "what rows call it")
    static let text = Setting("text", .text, "the source in words")
  }

  enum TableKeys {
    static let name = Setting("name", .text, "a short name, unique in the file")
    static let title = Setting("title", .text, "what the table shows")
    static let evaluationProtocol = Setting(
      "protocol", .text, "the preset that the numbers are compared under")
    static let allowsMissingImages = Setting(
      "allowsMissingImages", .boolean,
      "whether runs on fewer images are shown, without a difference")
    static let texts = Setting("texts", .list(of: .text), "the headings of the words")
    static let columns = Setting("columns", .list(of: .column), "the columns of scores")
    static let rows = Setting("rows", .list(of: .row), "the rows")
    static let notes = Setting("notes", .list(of: .text), "what a reader must know")
    static let schema = SettingSchema([
      name, title, evaluationProtocol, allowsMissingImages, texts, columns, rows, notes,
    ])
  }

  enum ColumnKeys {
    static let title = Setting("title", .text, "the heading")
    static let score = Setting<ScoreName>("score", .name(of: "a score"), "the score of a run")
    static let config = Setting("config", .text, "the experiment, by its name in Configs")
    static let schema = SettingSchema([title, score, config])
  }

  enum RowKeys {
    static let texts = Setting("texts", .list(of: .text), "the words, one for each heading")
    static let paper = Setting(
      "paper", .list(of: .referenceNumber), "the published numbers, one a column")
    static let source = Setting(
      "source", .text, "the name of one of `sources`; needed where there is a number")
    static let startsGroup = Setting("startsGroup", .boolean, "whether a rule stands above")
    static let config = Setting("config", .text, "the experiment, by its name in Configs")
    static let method = Setting("method", .text, "the method, by its name in the experiment")
    static let reading = Setting("reading", .text, "which reading of the method, such as softmax")
    static let schema = SettingSchema([texts, paper, source, startsGroup, config, method, reading])
  }

  /// A row as stated, its source still a name.
  struct RowStatement: Sendable {
    let row: ReferenceTable.Row
    let paperOrigin: SettingOrigin
    let source: Stated<String>?
  }

  /// A table as stated, its sources still names.
  struct TableStatement: Sendable {
    let name: Stated<String>
    let title: String
    let protocolName: String
    let allowsMissingImages: Bool
    let texts: [String]
    let columns: [ReferenceTable.Column]
    let rows: [RowStatement]
    let notes: [String]
  }
}

extension SettingType where Value == ReferenceTableSettings.Source {
  fileprivate static var source: SettingType {
    typealias Keys = ReferenceTableSettings.Source
    return .record(
      SettingSchema([Keys.name, Keys.text]), expected: "an object of `name` and `text`"
    ) { reader throws(ConfigurationError) in
      Keys(
        name: try reader.required(Keys.name).value, text: try reader.required(Keys.text).value)
    } describe: { source, _ in
      SettingText(source.name)
    }
  }
}

extension SettingType where Value == ReferenceTable.Column {
  fileprivate static var column: SettingType {
    typealias Keys = ReferenceTableSettings.ColumnKeys
    return .record(Keys.schema, expected: "an object of \(Keys.schema.names)") {
      reader throws(ConfigurationError) in
      ReferenceTable.Column(
        title: try reader.required(Keys.title).value, score: try reader.required(Keys.score).value,
        config: try reader.optional(Keys.config))
    } describe: { column, _ in
      SettingText(column.title)
    }
  }
}

extension SettingType where Value == ReferenceTableSettings.RowStatement {
  fileprivate static var row: SettingType {
    typealias Keys = ReferenceTableSettings.RowKeys
    return .record(Keys.schema, expected: "an object of \(Keys.schema.names)") {
      reader throws(ConfigurationError) in
      let paper = try reader.required(Keys.paper)
      return ReferenceTableSettings.RowStatement(
        row: ReferenceTable.Row(
          texts: try reader.required(Keys.texts).value, paper: paper.value, source: nil,
          startsGroup: try reader.optional(Keys.startsGroup)?.value ?? false,
          config: try reader.optional(Keys.config), method: try reader.optional(Keys.method),
          reading: try reader.optional(Keys.reading)?.value),
        paperOrigin: paper.origin, source: try reader.optional(Keys.source))
    } describe: { statement, _ in
      SettingText(statement.row.texts.joined(separator: ", "))
    }
  }
}

extension SettingType where Value == ReferenceTableSettings.TableStatement {
  fileprivate static var table: SettingType {
    typealias Keys = ReferenceTableSettings.TableKeys
    return .record(Keys.schema, expected: "an object of \(Keys.schema.names)") {
      reader throws(ConfigurationError) in
      ReferenceTableSettings.TableStatement(
        name: try reader.required(Keys.name), title: try reader.required(Keys.title).value,
        protocolName: try reader.required(Keys.evaluationProtocol).value,
        allowsMissingImages: try reader.optional(Keys.allowsMissingImages)?.value ?? false,
        texts: try reader.required(Keys.texts).value,
        columns: try reader.required(Keys.columns).value,
        rows: try reader.required(Keys.rows).value,
        notes: try reader.optional(Keys.notes)?.value ?? [])
    } describe: { table, _ in
      SettingText(table.title)
    }
  }
}
