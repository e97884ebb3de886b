/// How architecture surgery treats the attention pool of a ModifiedResNet, its only attention.
public enum ResNetSurgery: String, Sendable, Hashable, CaseIterable, Codable {
  /// As the released code runs: V Vᵀ in the place of Q Kᵀ with the plain scale, for the class token too.
  case released

  /// As the released code was meant to run: it has this branch and never takes it.
  ///
  /// The class token comes from Q Kᵀ, as CLIP computes it. The other tokens attend by the directions of
  /// values, v / (‖v‖ + 10⁻⁶) in each head, eight times as sharply; the values that are averaged are
  /// not normalised. No reference values exist.
  case paper
}
