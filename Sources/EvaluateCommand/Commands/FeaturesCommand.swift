import ArgumentParser
import CLIP
import Checkpoints
import Evaluation
import Foundation
import Imaging
import OpenVocabulary
import Tensors

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

  @Option(help: ArgumentHelp("The image, JPEG or PNG.", valueName: "file"))
  var image: String

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "The side of the square that the image is brought to; by default the protocol's.",
      valueName: "pixels"))
  var size: Int?

  @Option(help: "What is done to CLIP: \(Method.all.map(\.name).joined(separator: ", ")).")
  var method = Method.clipSurgery.name

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A text to look for; may be repeated.", valueName: "text"))
  var text: [String] = []

  func validate() throws {
    if let size, size < 1 {
      throw ValidationError("--size takes a number of 1 or more, not \(size).")
    }
  }

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    let method = try Method.named(method)
    let chosen = try model.chosen(in: surroundings)
    let picture = try RGBImage(contentsOf: surroundings.file(at: image))
    let multiplier = OpenBLASMultiplier()
    let clip = try CLIPModel(
      source: CheckpointFile.open(chosen.checkpoint).byOpenAINames(), multiplier: multiplier)
    let extractor = FeatureExtractor(
      model: clip, multiplier: multiplier, method: method,
      tokenNormalisation: chosen.protocol.choices.tokenNormalisation,
      classifier: text.isEmpty ? nil : try classifier(of: clip, chosen))
    let tensors = try extractor.tensors(
      for: picture,
      inputSize: size.map { InputSize(height: $0, width: $0) }
        ?? chosen.protocol.choices.inputSizes[.segmentation])
    try SafetensorsWriter.write(tensors, to: surroundings.file(at: output))
  }

  /// The texts, each a class of its own.
  private func classifier(
    of clip: CLIPModel, _ chosen: ModelOptions.Chosen
  ) throws -> TextClassifier {
    let tokenizer = try BytePairTokenizer(
      vocabulary: chosen.vocabulary(), expectedSize: clip.architecture.text.vocabularySize)
    let ensemble = TextEnsemble(
      templates: chosen.protocol.templates, tokenizer: tokenizer, encoder: clip.text,
      truncates: chosen.protocol.choices.truncatesText)
    return TextClassifier(
      features: try ensemble.features(of: text), classOfQuery: Array(text.indices))
  }
}
