import ArgumentParser
import CLIP
import Checkpoints
import Evaluation
import Foundation
import Reporting

/// `evaluate models random`: writes a model of any architecture with random weights.
struct RandomModelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "random",
      abstract: "Write a model of some architecture with random weights, to measure speed with.",
      discussion: """
        The model sees nothing, and costs and computes what a real one does; the same seed gives the \
        same file everywhere. It has OpenAI's names, so that other implementations load it, too.

          evaluate models random --architecture ViT-B/16 --seed 1 --output random.safetensors
          evaluate models random --like tuned.safetensors --output random.safetensors

        ARCHITECTURES
          \(NamedArchitecture.all.map(\.name).joined(separator: " "))
        """)
  }

  @Option(help: ArgumentHelp("The architecture, one of those below.", valueName: "name"))
  var architecture: String?

  @Option(
    help: ArgumentHelp(
      "A checkpoint that has the architecture, a file or a folder.", valueName: "checkpoint"))
  var like: String?

  @Option(help: ArgumentHelp("What the weights are drawn from.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The safetensors file to write.", valueName: "file"))
  var output: String

  @Flag(help: "Write half precision; by default single.")
  var half = false

  @Flag(help: "Make a few channels and tokens as large as real models have them.")
  var outliers = false

  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    guard (architecture == nil) != (like == nil) else {
      throw ValidationError("Expected one of --architecture <name> and --like <checkpoint>.")
    }
  }

  func run() throws {
    let model = RandomModel(
      try chosenArchitecture(), seed: seed, plantingOutliers: outliers)
    let count = model.architecture.tensorShapes.count
    let progress = ProgressLine(label: "Writing", total: count, unit: "tensors")
    try model.write(
      to: Surroundings.current.file(at: output), as: half ? .float16 : .float32
    ) { written, _ in
      // Told before each tensor, and once more behind the last.
      if written > 0 && !logging.quiet { progress.advance() }
    }
    if !logging.quiet { progress.finish() }
    try StandardOutput.write(output + "\n")
  }

  /// The architecture of the name, or of the checkpoint.
  private func chosenArchitecture() throws -> CLIPArchitecture {
    if let architecture { return try NamedArchitecture.named(architecture).architecture }
    let place = Surroundings.current.file(at: like ?? "")
    return try CLIPArchitecture(of: CheckpointFile.open(place).byOpenAINames())
  }
}
