import ArgumentParser
import Evaluation
import Reporting

/// `evaluate models list`: prints the checkpoints that are known by their hash.
struct ListModelsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: "Print the checkpoints that are known by their hash, and where they are published.",
      discussion: """
        Any other CLIP checkpoint can be evaluated, too: state it as model.checkpoint.
        """)
  }

  func run() throws {
    let listing = KnownCheckpointListing(KnownCheckpoint.all)
    try StandardOutput.write(listing.text(styled: Terminal.standardOutput.allowsStyle))
  }
}
