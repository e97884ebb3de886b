import ArgumentParser
import Evaluation
import Foundation
import Reporting

/// `evaluate models fetch`: brings a published checkpoint into the cache folder.
struct FetchModelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fetch",
      abstract:
        "Bring a published checkpoint into the cache folder, where \"model\": NAME finds it.",
      discussion: """
        Prints the file's path. Goes on where an earlier fetch stopped, and keeps a file only when its \
        SHA-256 is the published one. Needs the program curl.

          evaluate models fetch ViT-B/16
          evaluate models fetch ViT-B/16 --from https://mirror.example/ViT-B-16.pt
        """)
  }

  @Argument(
    help: ArgumentHelp(
      "The checkpoint, one of those that `evaluate models list` prints.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "Where to fetch it from; by default from its publisher.", valueName: "address"))
  var from: String?

  @OptionGroup var logging: LoggingOptions

  private var mirror: URL? { from.flatMap { URL(string: $0) } }

  func validate() throws {
    guard KnownCheckpoint.named(name) != nil else {
      let known = KnownCheckpoint.all.map(\.name).joined(separator: ", ")
      throw ValidationError("No checkpoint '\(name)' is known; known: \(known).")
    }
    if let from, !["https", "http", "file"].contains(mirror?.scheme?.lowercased()) {
      throw ValidationError("--from takes an address such as https://…, not '\(from)'.")
    }
  }

  func run() throws {
    guard let checkpoint = KnownCheckpoint.named(name) else { return }
    let file = try checkpoint.cachedFile(in: Surroundings.current)
    let fetch = CheckpointFetch(checkpoint, from: mirror, to: file)
    try fetch.run(showingProgress: !logging.quiet && Terminal.standardError.isInteractive)
    try StandardOutput.write(file.path(percentEncoded: false) + "\n")
  }
}
