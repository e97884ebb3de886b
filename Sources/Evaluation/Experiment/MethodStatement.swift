import CLIP
import OpenVocabulary

/// What a configuration says is done to CLIP.
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

  let attention: Attention
  let firstBlock: Int?

  /// How a ModifiedResNet's attention pool is changed; `nil` for the default.
  let resNet: ResNetSurgery?

  /// The feature surgery; `nil` for the variant that the protocol prefers.
  let featureSurgery: Surgery?

  /// The method, once it is known which variant of feature surgery the protocol prefers.
  func method(preferring variant: FeatureSurgery.Variant) -> Method {
    let chosen = featureSurgery.map(\.variant) ?? variant
    return Method(
      name: name ?? composedName(chosen, preferring: variant),
      attention: attention == .surgery
        ? .surgery(firstBlock: firstBlock, resNet: resNet) : .original,
      featureSurgery: chosen.map { FeatureSurgery($0) })
  }

  /// The name of the known method that has the same parts, and what is different from it.
  private func composedName(
    _ chosen: FeatureSurgery.Variant?, preferring preferred: FeatureSurgery.Variant
  ) -> String {
    let known: Method =
      switch (attention, chosen) {
      case (.original, nil): .clip
      case (.original, _): .featureSurgery
      case (.surgery, nil): .architectureSurgery
      case (.surgery, _): .clipSurgery
      }
    var parts = [known.name]
    if let firstBlock { parts.append("firstBlock=\(firstBlock)") }
    if let resNet { parts.append("resNet=\(resNet.rawValue)") }
    if let chosen, chosen != preferred { parts.append("featureSurgery=\(chosen.rawValue)") }
    return parts.joined(separator: ",")
  }
}

extension MethodStatement {
  /// The statement that a known method's name makes.
  init(naming method: Method) {
    name = method.name
    attention = if case .surgery = method.attention { .surgery } else { .original }
    firstBlock = nil
    resNet = nil
    featureSurgery = method.featureSurgery == nil ? Surgery.none : nil
  }
}
