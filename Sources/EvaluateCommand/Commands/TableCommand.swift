import ArgumentParser

/// `evaluate table`: prints scores of several runs beside each other or beside published numbers.
struct TableCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "table",
      abstract: "Print the paper's tables with your runs beside them, or any runs as one table.",
      subcommands: [PaperTableCommand.self, ResultsTableCommand.self])
  }
}
