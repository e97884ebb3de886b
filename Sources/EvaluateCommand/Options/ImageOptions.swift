import ArgumentParser
import CLIP
import Evaluation
import Foundation
import Imaging
import OpenVocabulary
import Tensors

/// The options of commands that look at one image: which one, and with what.
struct ImageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The image, JPEG or PNG.", valueName: "file"))
  var image: String

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "The side of the square that the image is brought to; by default the protocol's.",
      valueName: "pixels"))
  var size: Int?

  func validate() throws {
    if let size, size < 1 {
      throw ValidationError("--size takes a number of 1 or more, not \(size).")
    }
  }

  /// An image and a model that are open.
  struct Opened {
    let image: RGBImage
    let model: CLIPModel
    let multiplier: OpenBLASMultiplier

    /// The protocol and the files.
    let chosen: ModelOptions.Chosen

    fileprivate let size: Int?

    /// The size that the image is brought to, as a task does where no option says otherwise; the first
    /// where it has several.
    func inputSize(for task: TaskKind) -> InputSize {
      size.map { InputSize(height: $0, width: $0) } ?? chosen.protocol.choices.inputSizes[task][0]
    }

    /// What cuts texts into the tokens that the model knows.
    func tokenizer() throws -> BytePairTokenizer {
      try chosen.tokenizer(for: model)
    }

    /// What encodes texts through the protocol's templates.
    func ensemble() throws -> TextEnsemble<TextTransformer> {
      TextEnsemble(
        templates: chosen.protocol.templates, tokenizer: try tokenizer(), encoder: model.text,
        truncates: chosen.protocol.choices.truncatesText)
    }

    /// What tells where the image shows some texts.
    ///
    /// - Parameters:
    ///   - texts: The texts.
    ///   - areSingle: Whether each stands for itself; otherwise what they share is taken out.
    ///   - methods: What is done to the model.
    ///   - task: The task whose input size is taken.
    /// - Returns: The explainer.
    /// - Throws: `VocabularyError` or `TokenizerError` where a text cannot be encoded.
    func explainer(
      of texts: [String], areSingle: Bool, under methods: [Method], as task: TaskKind
    ) throws -> ImageExplainer {
      let ensemble = try ensemble()
      return ImageExplainer(
        model: model, multiplier: multiplier, methods: methods, inputSize: inputSize(for: task),
        tokenNormalisation: chosen.protocol.choices.tokenNormalisation,
        texts: try ensemble.features(of: texts),
        redundantFeature: areSingle ? try ensemble.redundantFeature() : nil)
    }
  }

  /// Finds and opens the files.
  ///
  /// - Throws: `ConfigurationError`, `ImagingError`, `CheckpointError` or `CLIPError` where one is
  ///   missing or wrong.
  func opened(in surroundings: Surroundings) throws -> Opened {
    let chosen = try model.chosen(in: surroundings)
    let picture = try RGBImage(contentsOf: surroundings.file(at: image))
    let multiplier = OpenBLASMultiplier()
    return Opened(
      image: picture, model: try chosen.model(multipliedBy: multiplier), multiplier: multiplier,
      chosen: chosen, size: size)
  }
}
