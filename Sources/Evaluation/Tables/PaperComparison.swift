import Foundation

/// Finds our runs for the cells of published tables.
public struct PaperComparison: Sendable {
  /// The tables, each with our runs.
  public let tables: [ComparedTable]

  /// Holds runs against the experiments of the tables' cells, and takes the newest for each.
  ///
  /// - Parameters:
  ///   - reference: The published tables.
  ///   - runs: The runs that there are.
  ///   - surroundings: Where experiments are looked for.
  /// - Throws: `ConfigurationError` where a table names an experiment that there is not, or a method or
  ///   score that it does not give.
  public init(
    of reference: ReferenceTables, with runs: RunCatalogue, in surroundings: Surroundings
  ) throws {
    var experiments: [String: CellExperiment] = [:]
    for config in reference.tables.flatMap(\.configs) where experiments[config.value] == nil {
      experiments[config.value] = try CellExperiment(config, in: surroundings)
    }
    let newest = runs.newestFirst
    let matches = experiments.mapValues { experiment in
      newest.filter { experiment.isRelated(to: $0.result) }
        .map { Match(run: $0, deviations: experiment.deviations(of: $0.result)) }
    }
    let taken = Set(
      matches.values.joined().filter(\.deviations.isEmpty).map(\.run.url))
    tables = try reference.tables.map { table in
      try Assembly(table: table, experiments: experiments, matches: matches, taken: taken)
        .comparedTable()
    }
  }
}

extension PaperComparison {
  /// A run that is related to an experiment, and what keeps it from being the one asked for.
  fileprivate struct Match {
    let run: FoundRun
    let deviations: [RunDeviation]

    /// Whether the images alone are fewer.
    var lacksImagesOnly: Bool {
      guard deviations.count == 1, case .images(let got, let published) = deviations[0] else {
        return false
      }
      return got < (published.min() ?? 0)
    }
  }

  /// Puts one table together.
  fileprivate struct Assembly {
    let table: ReferenceTable
    let experiments: [String: CellExperiment]
    let matches: [String: [Match]]
    let taken: Set<URL>

    func comparedTable() throws(ConfigurationError) -> ComparedTable {
      var cells: [[ComparedTable.Cell]] = []
      for row in table.rows {
        var line: [ComparedTable.Cell] = []
        for (column, paper) in zip(table.columns, row.paper) {
          line.append(try cell(row, column, paper))
        }
        cells.append(line)
      }
      return ComparedTable(
        reference: table, cells: cells, leftOut: leftOut(notShownIn: cells),
        uncertainChoices: try own.first?.uncertainChoices ?? [])
    }

    /// The experiments of the table, in the order in which they are named.
    private var own: [CellExperiment] {
      var names: Set<String> = []
      return table.configs.compactMap {
        names.insert($0.value).inserted ? experiments[$0.value] : nil
      }
    }

    private func cell(
      _ row: ReferenceTable.Row, _ column: ReferenceTable.Column, _ paper: ReferenceNumber?
    ) throws(ConfigurationError) -> ComparedTable.Cell {
      guard let method = row.method, let config = row.config ?? column.config,
        let experiment = experiments[config.value]
      else {
        return ComparedTable.Cell(
          paper: paper, own: .none, config: nil, reasonAgainstComparing: nil)
      }
      try experiment.check(method: method, score: column.score, of: config)
      var reasons: [String] = []
      if experiment.presetName != table.protocolName {
        reasons.append(
          """
          the published number is of the protocol \(table.protocolName), ours of the protocol \
          \(experiment.presetName)
          """)
      }
      for match in matches[config.value] ?? [] {
        guard match.deviations.isEmpty || (table.allowsMissingImages && match.lacksImagesOnly),
          let name = experiment.rowName(
            ofMethod: method.value, reading: row.reading, in: match.run.result),
          let scored = match.run.result.rows.first(where: { $0.method == name })
        else { continue }
        reasons += match.deviations.map { "ours is of \($0)" }
        return ComparedTable.Cell(
          paper: paper, own: .score(scored.metrics[column.score] ?? nil, run: match.run),
          config: config.value,
          reasonAgainstComparing: reasons.isEmpty ? nil : reasons.joined(separator: "; "))
      }
      return ComparedTable.Cell(
        paper: paper, own: .noRun, config: config.value,
        reasonAgainstComparing: reasons.isEmpty ? nil : reasons.joined(separator: "; "))
    }

    /// The runs of the table's data that are nobody's, each with its fewest deviations.
    private func leftOut(notShownIn cells: [[ComparedTable.Cell]]) -> [ComparedTable.LeftOutRun] {
      let shown = cells.joined().compactMap { cell in
        if case .score(_, let run) = cell.own { run.url } else { nil }
      }
      var nearest: [URL: Match] = [:]
      var order: [URL] = []
      for match in own.flatMap({ matches[$0.config] ?? [] })
      where !taken.contains(match.run.url) && !shown.contains(match.run.url) {
        if let known = nearest[match.run.url] {
          if known.deviations.count <= match.deviations.count { continue }
        } else {
          order.append(match.run.url)
        }
        nearest[match.run.url] = match
      }
      return order.compactMap { nearest[$0] }.map {
        ComparedTable.LeftOutRun(run: $0.run, deviations: $0.deviations)
      }
    }
  }
}

extension ReferenceTable {
  /// The experiments that cells name, in the order of the rows; an experiment may occur several times.
  fileprivate var configs: [Stated<String>] {
    rows.flatMap { row in
      row.method == nil ? [] : columns.compactMap { row.config ?? $0.config }
    }
  }
}
