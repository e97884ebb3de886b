import ArgumentParser
import CLIP
import Checkpoints
import Evaluation
import Foundation
import Imaging
import OpenVocabulary
import Reporting
import Tensors

/// `evaluate features`: one image's tokens and maps as a file of tensors.
struct FeaturesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "features",
    abstract: "Writes one image's tokens, similarities and maps as safetensors.",
    discussion: """
      Tensors: tokens [1+N, D] before normalisation and, with --text, cosine and similarity [1+N, C] \
      (feature surgery as released), map [H, W, C] (the score map of similarity) and argmax [H, W] (the \
      segmentation rule, from cosine). Texts go through the protocol's templates.

      EXAMPLES:
        evaluate features --image photo.jpg --checkpoint ViT-B-16.safetensors --output photo.safetensors \
      --text cat --text "a remote control"
      """)

  @Option(help: ArgumentHelp("The image, JPEG or PNG.", valueName: "file"))
  var image: String

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "The weights; without them the demo's small model.", valueName: "file"))
  var checkpoint: String?

  @Option(help: ArgumentHelp("The merges that belong to the weights.", valueName: "file"))
  var vocabulary: String?

  @Option(
    help: ArgumentHelp(
      "The side of the square that the image is brought to; the protocol's otherwise.",
      valueName: "pixels"))
  var size: Int?

  @Option(help: "What is done to CLIP: \(Method.all.map(\.name).joined(separator: ", ")).")
  var method = "clip-surgery"

  @Option(
    name: .customLong("protocol"),
    help: ArgumentHelp(
      "The protocol that the templates and the size come from; paper, or demo without weights.",
      valueName: "name"))
  var protocolName: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A text to look for. May be repeated.", valueName: "text"))
  var text: [String] = []

  func validate() throws {
    if let size, size < 1 { throw ValidationError("--size takes a positive number, not \(size).") }
    if checkpoint == nil, vocabulary != nil {
      throw ValidationError("--vocabulary goes with --checkpoint.")
    }
  }

  func run() throws {
    try MatrixKernels.fit()
    let surroundings = Surroundings.current
    let method = try Method.named(method)
    let settings = try StandaloneModel(
      checkpoint: checkpoint, vocabulary: vocabulary, protocolName: protocolName,
      in: surroundings)
    let multiplier = OpenBLASMultiplier()
    let model = try CLIPModel(
      source: SafetensorsFile(contentsOf: settings.checkpoint), multiplier: multiplier)
    let extractor = FeatureExtractor(
      model: model, multiplier: multiplier, method: method,
      tokenNormalisation: settings.choices.tokenNormalisation,
      classifier: try classifier(for: model, settings))
    let inputSize = size.map { InputSize(height: $0, width: $0) } ?? settings.choices.inputSize
    let tensors = try extractor.tensors(
      for: RGBImage(contentsOf: surroundings.file(at: image)), inputSize: inputSize)
    try SafetensorsWriter.write(tensors, to: surroundings.file(at: output))
  }

  private func classifier(
    for model: CLIPModel, _ settings: StandaloneModel
  ) throws -> TextClassifier? {
    guard !text.isEmpty else { return nil }
    let tokenizer = try BytePairTokenizer(
      vocabulary: settings.vocabulary(),
      expectedSize: model.architecture.text.vocabularySize)
    let ensemble = TextEnsemble(
      templates: settings.templates, tokenizer: tokenizer, encoder: model.text,
      truncates: settings.choices.truncatesText)
    return TextClassifier(
      features: try ensemble.features(of: text), classOfQuery: Array(text.indices))
  }
}
