import ArgumentParser
import Evaluation
import Foundation
import Tensors

/// `evaluate models verify`: tells whether a checkpoint is one that was published.
struct VerifyModelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: "Tell whether a checkpoint is one that was published, and computes what it should.",
      discussion: """
        Compares the SHA-256 with those that `evaluate models list` prints. Where outputs of such a model \
        were published (ViT-B/32), it computes them and compares, so that the same weights in another \
        format are recognised, too. Exits with 1 where something differs or nothing is known.

          evaluate models verify ViT-B-32.pt --image CLIP.png
        """)
  }

  @Argument(
    help: ArgumentHelp("The file of weights, or the folder that holds it.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "CLIP.png of OpenAI's CLIP, whose classification was published.", valueName: "file"))
  var image: String?

  @Option(
    help: ArgumentHelp(
      "The merges; by default those beside the weights, else OpenAI's.", valueName: "file"))
  var vocabulary: String?

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    let stated = vocabulary.map {
      Stated(surroundings.file(at: $0), from: .option("--vocabulary \($0)"))
    }
    let verification = try CheckpointVerification(
      of: surroundings.file(at: file), picture: image.map { surroundings.file(at: $0) },
      multiplier: OpenBLASMultiplier()
    ) { try Vocabulary(stated: stated, beside: $0, in: surroundings).file }
    try StandardOutput.write(VerificationListing(verification).text)
    if !verification.holds { throw ExitCode(EvaluateProgram.answerIsNo) }
  }
}
