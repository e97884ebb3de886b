/// The sentences that say what is seen in a scene, made of the names of visible categories only.
public enum Captions {
  /// How a caption begins; what it names follows.
  static let openings = ["a drawing of", "a picture of", "a scene with", "a view of"]

  /// The sentences of one category that have the form of a caption, `{}` for its name: the demo's
  /// prompt templates.
  public static let templates = openings.flatMap { ["\($0) a {}.", "\($0) the {}."] }

  /// The share of captions that name everything visible; the others leave something out, as people do.
  static let completeShare = 0.65

  /// Makes captions of a scene.
  ///
  /// Names come in random order, with "a" or "the" before them. The captions of a scene depend on
  /// nothing but the arguments.
  ///
  /// - Parameters:
  ///   - count: how many captions to make.
  ///   - categories: what is visible.
  ///   - seed: the seed of the world.
  ///   - index: the number of the scene.
  /// - Returns: `count` sentences.
  public static func make(
    _ count: Int, of categories: [SceneCategory], seed: UInt64, index: Int
  ) -> [String] {
    // A stream of its own: the scene must not depend on whether captions are asked for.
    var random = SceneRandom(seed: ~seed, scene: index)
    return (0..<count).map { _ in caption(of: categories, &random) }
  }

  private static func caption(
    of categories: [SceneCategory], _ random: inout SceneRandom
  ) -> String {
    let opening = random.choice(openings)
    var named = random.shuffled(categories)
    if named.count > 1, !random.happens(completeShare) {
      named = Array(named.prefix(random.count(1...named.count - 1)))
    }
    let phrases = named.map { category in
      let article = category.isCountable && random.happens(0.5) ? "a" : "the"
      return "\(article) \(category.name)"
    }
    guard let last = phrases.last else { return "\(opening) nothing." }
    let list =
      phrases.count == 1
      ? last : phrases.dropLast().joined(separator: ", ") + " and " + last
    return "\(opening) \(list)."
  }
}
