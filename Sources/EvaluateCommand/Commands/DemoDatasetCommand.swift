import ArgumentParser
import DemoWorld
import Evaluation
import Foundation
import Reporting

/// `evaluate datasets demo`: draws the demo's world.
struct DemoDatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Draws scenes of the demo's world with their label maps, or with captions.",
    discussion: """
      The same seed draws the same scenes, byte for byte. Without further options the scenes are those \
      of Datasets/Demo, or, with --layout captions, those that the shipped model was trained on.

      EXAMPLES:
        evaluate datasets demo --output /tmp/world --scenes 1000 --seed 7
        evaluate datasets demo --output /tmp/captions --layout captions
      """)

  @Option(
    help: ArgumentHelp("The folder to make, which must not exist yet.", valueName: "folder"))
  var output: String

  @Option(help: "How the scenes lie on disk.")
  var layout = DemoLayout.voc

  @Option(help: ArgumentHelp("The number of scenes.", valueName: "count"))
  var scenes: Int?

  @Option(help: ArgumentHelp("The seed of the world.", valueName: "number"))
  var seed: UInt64?

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if let scenes, scenes < 1 {
      throw ValidationError("--scenes takes a positive number, not \(scenes).")
    }
  }

  func run() throws {
    var writer: DemoWorldWriter = layout == .captions ? .training : .shipped
    if let scenes { writer.sceneCount = scenes }
    if let seed { writer.seed = seed }
    let folder = Surroundings.current.file(at: output)
    let line =
      quiet ? nil : ProgressLine(label: "drawing", total: writer.sceneCount, unit: "scenes")
    try writer.write(to: folder) { _ in line?.advance() }
    line?.finish()
    print(folder.path(percentEncoded: false))
  }
}

extension DemoLayout: ExpressibleByArgument {}
