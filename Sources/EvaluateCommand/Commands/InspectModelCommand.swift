import ArgumentParser
import CLIP
import Evaluation
import Foundation
import Reporting
import Tensors

/// `evaluate models inspect`: tells what a checkpoint is.
struct InspectModelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: "Tell what a checkpoint is: format, architecture, activation and hash.",
      discussion: """
        Reads safetensors, PyTorch's zip archives and folders of Hugging Face and open_clip; nothing in \
        them is executed. What no tensor tells, such as the activation, is printed with its reason.

          evaluate models inspect ViT-B-16.pt
          evaluate models inspect ~/models/clip-vit-large-patch14
        """)
  }

  @Argument(
    help: ArgumentHelp("The file of weights, or the folder that holds it.", valueName: "file"))
  var file: String

  func run() throws {
    let surroundings = Surroundings.current
    let report = try CheckpointReport(at: surroundings.file(at: file))
    let listing = CheckpointListing(report, in: surroundings)
    try StandardOutput.write(listing.text(styled: Terminal.standardOutput.allowsStyle))
  }
}
