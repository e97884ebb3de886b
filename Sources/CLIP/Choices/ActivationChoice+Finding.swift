import Checkpoints
import Foundation
import Tensors

/// What a checkpoint and its surroundings say of activations.
struct ActivationEvidence {
  let source: any TensorSource
  let configuration: ModelConfiguration?
  let extents: CheckpointExtents

  /// The choices for both towers.
  ///
  /// - Throws: ``CLIPError/activationUnknown(file:tower:reason:)``.
  func choices(stated: Activation?) throws(CLIPError) -> ActivationChoices {
    var vision: ActivationChoice?
    if case .transformer = extents.vision {
      vision = try choice(
        stated, modulesBelow: "visual.transformer.", configured: configuration?.vision.activation,
        tower: "vision")
    }
    return ActivationChoices(
      vision: vision,
      text: try choice(
        stated, modulesBelow: "transformer.", configured: configuration?.text.activation,
        tower: "text"))
  }

  /// What is known of one tower, the surest first.
  private func choice(
    _ stated: Activation?, modulesBelow prefix: String,
    configured: ModelConfiguration.Setting<Activation>?, tower: String
  ) throws(CLIPError) -> ActivationChoice {
    if let stated { return ActivationChoice(activation: stated, reason: .stated) }
    if let choice = try moduleChoice(below: prefix, tower: tower) { return choice }
    if let configured, let file = configuration?.file {
      return ActivationChoice(
        activation: configured.value,
        reason: configured.isStated
          ? .configuration(file: file, key: configured.key)
          : .configurationDefault(file: file, key: configured.key))
    }
    if CLIPArchitecture.redundantTensorNames.allSatisfy(source.descriptions.keys.contains) {
      return ActivationChoice(activation: .quickGELU, reason: .openAIArchive)
    }
    let name = source.file.lastPathComponent
    if name.lowercased().replacing("_", with: "").replacing("-", with: "").contains("quickgelu") {
      return ActivationChoice(activation: .quickGELU, reason: .fileName(name))
    }
    if let reason = reasonAgainstOpenAI {
      throw .activationUnknown(file: source.file, tower: tower, reason: reason)
    }
    return ActivationChoice(activation: .quickGELU, reason: .assumed)
  }

  /// What the classes of a TorchScript archive's modules say of the tower whose names begin so.
  private func moduleChoice(
    below prefix: String, tower: String
  ) throws(CLIPError) -> ActivationChoice? {
    guard let archive = source.original as? PyTorchFile else { return nil }
    let activations: [Substring: Activation] = ["QuickGELU": .quickGELU, "GELU": .gelu]
    let classes = Set(
      archive.moduleClasses.filter { $0.key.hasPrefix(prefix) }.values
        .compactMap { $0.split(separator: ".").last }
        .filter { activations.keys.contains($0) })
    guard classes.count <= 1 else {
      throw .activationUnknown(
        file: source.file, tower: tower,
        reason: "its modules are of the classes \(classes.sorted().joined(separator: " and "))")
    }
    return classes.first.flatMap { name in
      activations[name].map {
        ActivationChoice(activation: $0, reason: .moduleClass(String(name)))
      }
    }
  }

  /// Why the checkpoint may not be one of OpenAI's, or `nil` where nothing speaks against it.
  private var reasonAgainstOpenAI: String? {
    switch source.original.namingScheme {
    case .openAI: break
    case .huggingFace:
      return "tensors have Hugging Face's names, and there is no config.json beside them"
    case let scheme:
      return """
        tensors have the names of \(scheme?.rawValue ?? "no known library"), and there is no \
        open_clip_config.json beside them
        """
    }
    if let named = NamedArchitecture.all.first(where: { isLike($0) }), named.origin == .openCLIP {
      return """
        it is a \(named.name), which OpenAI never published, and there is no open_clip_config.json \
        beside it
        """
    }
    let name = source.file.lastPathComponent.lowercased()
    if let mark = Self.openCLIPMarks.first(where: name.contains) {
      return """
        the file's name says '\(mark)', and open_clip's models use either; there is no \
        open_clip_config.json beside it
        """
    }
    return nil
  }

  /// Whether the image encoder is as wide as a named architecture's, however many blocks it has.
  private func isLike(_ named: NamedArchitecture) -> Bool {
    guard case .transformer(let tower) = named.architecture.vision,
      case .transformer(let told, _, _) = extents.vision
    else { return false }
    return tower.transformer.width == told.width
  }

  /// What names of open_clip's files have in them.
  private static let openCLIPMarks = [
    "open_clip", "openclip", "laion", "datacomp", "commonpool", "metaclip", "dfn",
  ]
}
