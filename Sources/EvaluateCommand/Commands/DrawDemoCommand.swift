public import ArgumentParser
public import DemoWorld
import Evaluation
import Reporting

/// `evaluate datasets demo`: draws the shipped world anew, or another one.
struct DrawDemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo",
      abstract: "Draw scenes of street, meadow and shore with their label maps.",
      discussion: """
        The same seed draws the same scenes; without options, those that are shipped. They lie as \
        PASCAL VOC 2012 does, or with --layout captions as a model is trained on them.

          evaluate datasets demo --output scenes --scenes 500 --seed 7
        """)
  }

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write, which must not exist.", valueName: "folder"))
  var output: String

  @Option(help: "How the scenes lie on disk.")
  var layout = DemoLayout.voc

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
    var writer: DemoWorldWriter = layout == .captions ? .training : .shipped
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
