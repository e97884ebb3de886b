import ArgumentParser

/// `evaluate models`: what has to do with checkpoints rather than with methods.
struct ModelsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "models",
      abstract: "List, inspect, verify, fetch and make checkpoints.",
      subcommands: [
        ListModelsCommand.self, InspectModelCommand.self, VerifyModelCommand.self,
        FetchModelCommand.self,
        RandomModelCommand.self,
      ])
  }
}
