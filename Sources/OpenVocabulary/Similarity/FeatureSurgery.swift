/// Feature surgery: what all classes have in common is taken out of their similarities.
///
/// With cos_ij the cosine of token i with query j, and cos_cj that of the class token, the weights are
/// `w = softmax(τ · cos_c)`, divided by their mean, and the redundant part of token i is
/// `mean_k(w_k cos_ik)`. The mean runs over queries: aliases of one class count one each.
///
/// Li et al., "CLIP Surgery for better explainability with enhancement in open-vocabulary tasks",
/// arXiv 2304.05653.
public struct FeatureSurgery: Sendable, Hashable, Codable {
  /// What is subtracted from what.
  public enum Variant: String, Sendable, Codable, CaseIterable {
    /// `S_ij = w_j cos_ij − mean_k(w_k cos_ik)`, as the released code computes it.
    case released

    /// `S_ij = cos_ij − mean_k(w_k cos_ik)`, as the paper is read: the order of the classes within a
    /// token stays what it was.
    case paper

    /// As `released`, with weights of each token's own: `w_i = softmax(τ · cos_i)`, divided by their
    /// mean. The code of 12 April 2023, which was public for a day.
    case firstRelease = "first-release"
  }

  /// What is subtracted from what.
  public var variant: Variant

  /// τ, how sharply the weights prefer the classes that the image shows.
  public var temperature: Float

  /// Chooses a variant; τ = 2 as published.
  public init(_ variant: Variant = .released, temperature: Float = 2) {
    self.variant = variant
    self.temperature = temperature
  }
}
