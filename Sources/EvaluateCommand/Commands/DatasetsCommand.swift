import ArgumentParser

/// `evaluate datasets`: what has to do with data sets rather than with methods.
struct DatasetsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "datasets",
      abstract: "List, check and make data sets.",
      subcommands: [
        ListDatasetsCommand.self, CheckDatasetCommand.self, ListClassesCommand.self,
        DrawDemoCommand.self,
      ])
  }
}
