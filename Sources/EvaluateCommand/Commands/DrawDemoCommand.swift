public import ArgumentParser
public import DemoWorld
import Evaluation
import Reporting

/// `evaluate datasets demo`: draws a small world in the layouts of the benchmarks, or in another.
struct DrawDemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo",
      abstract: "Draw scenes of street, meadow and shore as benchmarks' files lie.",
      discussion: """
        Without a layout the scenes are written in that of every benchmark, side by side, so that --data \
        finds each; every table of a score on them is stamped DEMO. The same seed draws the same scenes \
        in every layout.

          evaluate datasets demo --output drawn
          evaluate --config demo/cityscapes.json --data drawn
          evaluate datasets demo --layout folder --output scenes --scenes 500 --seed 7

        The layout folder has the demo's own classes, without further options those of the shipped \
        scenes; captions is what the shipped model was trained on.
        """)
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write, which must not exist.", valueName: "folder"))
  var output: String

  @Option(help: "How the scenes lie on disk.")
  var layout = DemoLayout.benchmarks

  @Option(help: ArgumentHelp("How many scenes to draw.", valueName: "n"))
  var scenes: Int?

  @Option(help: ArgumentHelp("What the scenes are drawn from.", valueName: "number"))
  var seed: UInt64?

  @OptionGroup var logging: LoggingOptions

  func validate() throws {
    if let scenes, scenes < 1 {
      throw ValidationError("--scenes takes a number of 1 or more, not \(scenes).")
    }
  }

  func run() throws {
    var writer: DemoWorldWriter =
      switch layout {
      case .folder: .shipped
      case .captions: .training
      default: .benchmarks
      }
    writer.layout = layout
    if let scenes { writer.sceneCount = scenes }
    if let seed { writer.seed = seed }
    let progress = ProgressLine(label: "Drawing", total: writer.sceneCount, unit: "scenes")
    try writer.write(to: Surroundings.current.file(at: output)) { _ in
      if !logging.quiet { progress.advance() }
    }
    if !logging.quiet { progress.finish() }
    try StandardOutput.write(output + "\n")
  }
}

extension DemoLayout: ExpressibleByArgument {}
