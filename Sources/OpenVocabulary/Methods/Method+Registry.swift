import CLIP

extension Method {
  /// CLIP as it was trained.
  public static let clip = Method(name: "clip", attention: .original, featureSurgery: nil)

  /// CLIP with v·v attention on a second path through its last six blocks.
  public static let architectureSurgery = Method(
    name: "clip+architecture-surgery", attention: .surgery(), featureSurgery: nil)

  /// CLIP's own tokens, with what all classes share taken out of their similarities.
  public static let featureSurgery = Method(
    name: "clip+feature-surgery", attention: .original, featureSurgery: FeatureSurgery())

  /// CLIP Surgery: both.
  public static let clipSurgery = Method(
    name: "clip-surgery", attention: .surgery(), featureSurgery: FeatureSurgery())

  /// CLIP with v·v attention in its last block in place of the trained one, on the one path; the first
  /// step of the paper's ablation (inferred; see `BlockSurgery`).
  public static let valueLastBlock = Method(
    name: "vv-last-block",
    attention: .surgery(blocks: BlockSurgery(.last(1), paths: .single)), featureSurgery: nil)

  /// CLIP with v·v attention in its last six blocks in place of the trained one, on the one path: its
  /// maps collapse, as the paper reports of several layers without dual paths (inferred).
  public static let valueSinglePath = Method(
    name: "vv-single-path",
    attention: .surgery(blocks: BlockSurgery(.last(6), paths: .single)), featureSurgery: nil)

  /// Architecture surgery whose new path goes through the blocks' MLPs too, which the paper's leaves out
  /// (inferred).
  public static let dualPathWithFeedForward = Method(
    name: "dual-path-with-ffn",
    attention: .surgery(blocks: BlockSurgery(.last(6), paths: .dual, feedForward: true)),
    featureSurgery: nil)

  /// The methods that a configuration can name: CLIP and the surgeries, then the steps between them that
  /// the paper's ablation takes.
  public static let all = [
    clip, architectureSurgery, featureSurgery, clipSurgery, valueLastBlock, valueSinglePath,
    dualPathWithFeedForward,
  ]

  /// The method of a name.
  ///
  /// - Throws: ``OpenVocabularyError/unknownMethod(got:known:suggestion:)``.
  public static func named(_ name: String) throws(OpenVocabularyError) -> Method {
    let known = all.map(\.name)
    guard let place = known.firstIndex(of: name) else {
      throw .unknownMethod(
        got: name, known: known, suggestion: NameSuggestion.nearest(to: name, among: known))
    }
    return all[place]
  }
}
