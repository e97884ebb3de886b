import ArgumentParser

/// `evaluate datasets`: what has to do with data alone.
struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: "Makes data sets.",
    subcommands: [DemoDatasetCommand.self])
}
