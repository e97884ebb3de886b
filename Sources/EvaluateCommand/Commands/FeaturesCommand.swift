import ArgumentParser
import Checkpoints
import Evaluation
import Foundation
import OpenVocabulary

/// `evaluate features`: writes one image's tokens and maps.
struct FeaturesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "features",
      abstract: "Write one image's tokens, similarities and maps as safetensors.",
      discussion: """
        tokens [1+N, D], before normalisation; with --text also cosine and similarity [1+N, C] (feature \
        surgery as released), map [H, W, C] (the score map of similarity) and argmax [H, W] (the \
        segmentation rule, from cosine). Texts go through the protocol's templates.

          evaluate features --image photo.jpg --output photo.safetensors --text dog --text grass \\
            --checkpoint ViT-B-16.safetensors
        """)
  }

  @OptionGroup var image: ImageOptions

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(help: "What is done to CLIP: \(Method.all.map(\.name).joined(separator: ", ")).")
  var method = Method.clipSurgery.name

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A text to look for; may be repeated.", valueName: "text"))
  var text: [String] = []

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    let method = try Method.named(method)
    let opened = try image.opened(in: surroundings)
    let extractor = FeatureExtractor(
      model: opened.model, multiplier: opened.multiplier, method: method,
      tokenNormalisation: opened.chosen.protocol.choices.tokenNormalisation,
      classifier: text.isEmpty
        ? nil
        : TextClassifier(
          features: try opened.ensemble().features(of: text), classOfQuery: Array(text.indices)))
    let tensors = try extractor.tensors(
      for: opened.image, inputSize: opened.inputSize(for: .segmentation))
    try SafetensorsWriter.write(tensors, to: surroundings.file(at: output))
  }
}
