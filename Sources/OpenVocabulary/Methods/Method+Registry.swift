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

  /// The methods that a configuration can name.
  public static let all = [clip, architectureSurgery, featureSurgery, clipSurgery]

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
