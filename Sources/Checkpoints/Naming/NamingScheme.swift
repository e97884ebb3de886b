/// The ways in which the tensors of CLIP checkpoints are named.
public enum NamingScheme: String, Sendable, CaseIterable {
  /// OpenAI's names, which open_clip's models keep: `visual.conv1.weight`, `token_embedding.weight`.
  case openAI = "OpenAI"

  /// open_clip's names for models with a text tower of its own: as OpenAI's, with `text.` in front of
  /// what belongs to that tower.
  case openCLIPTextTower = "open_clip with a text tower"

  /// The names of `CLIPModel` in Hugging Face's transformers: `vision_model.…`, `text_model.…`.
  case huggingFace = "Hugging Face"

  /// Tells the scheme from the names, or `nil` where they are none of a CLIP model.
  public init?(of names: some Collection<String>) {
    func isThere(_ prefix: String) -> Bool { names.contains { $0.hasPrefix(prefix) } }
    if isThere("vision_model.") || isThere("text_model.") {
      self = .huggingFace
    } else if isThere("visual."), isThere("text.") {
      self = .openCLIPTextTower
    } else if isThere("visual.") || isThere("transformer.resblocks.") {
      self = .openAI
    } else {
      return nil
    }
  }

  /// What the tensors of this scheme are by OpenAI's names.
  ///
  /// Names that are not known stay as they are, so that whoever loads the model finds them superfluous;
  /// tables of position numbers 0, 1, 2, …, which some versions store, are left out.
  func recipes(for names: some Collection<String>) -> [(name: String, recipe: TensorRecipe)] {
    switch self {
    case .openAI: names.map { ($0, .stored($0)) }
    case .openCLIPTextTower: names.map(OpenCLIPNames.recipe)
    case .huggingFace: HuggingFaceNames.recipes(for: names)
    }
  }
}
