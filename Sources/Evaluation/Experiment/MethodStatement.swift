import CLIP
import OpenVocabulary

/// What a configuration says is done to CLIP: one method, or one for each of several first blocks.
struct MethodStatement: Sendable, Equatable {
  /// How the vision tower's blocks attend.
  enum Attention: String, Sendable, CaseIterable {
    case original
    case surgery
  }

  /// Which feature surgery the method does.
  enum Surgery: String, Sendable, CaseIterable {
    case none
    case released
    case paper
    case firstRelease = "first-release"

    /// The variant; `nil` for none.
    var variant: FeatureSurgery.Variant? { FeatureSurgery.Variant(rawValue: rawValue) }
  }

  /// The method's own name; `nil` for what it is made of.
  let name: String?

  /// The attention of each method that is stated.
  let attentions: [AttentionVariant]

  /// The feature surgery; `nil` for the variant that the protocol prefers.
  let featureSurgery: Surgery?

  /// The methods, once it is known which variant of feature surgery the protocol prefers.
  func methods(preferring variant: FeatureSurgery.Variant) -> [Method] {
    let chosen = featureSurgery.map(\.variant) ?? variant
    return attentions.map { attention in
      let composition = MethodComposition(
        attention: attention, featureSurgery: chosen, preferredFeatureSurgery: variant)
      return Method(
        name: name.map { composition.name(within: $0, of: attentions.count) } ?? composition.name,
        attention: attention, featureSurgery: chosen.map { FeatureSurgery($0) })
    }
  }
}

extension MethodStatement {
  /// The statement that a known method's name makes.
  init(naming method: Method) {
    name = method.name
    attentions = [method.attention]
    featureSurgery = method.featureSurgery == nil ? Surgery.none : nil
  }
}
