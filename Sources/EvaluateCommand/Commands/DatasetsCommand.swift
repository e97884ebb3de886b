import ArgumentParser

/// `evaluate datasets`: what has to do with data sets rather than with methods.
struct DatasetsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "datasets",
      abstract: "Make data sets.",
      subcommands: [DrawDemoCommand.self])
  }
}
