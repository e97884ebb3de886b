/// The tokens of one sentence by how well an image goes with them.
public struct RankedTokens: Sendable, Equatable {
  /// The tokens, best first; one that a sentence has twice stands there twice.
  public let ranked: [Int]

  /// How many of them are on top.
  public let topCount: Int

  /// Takes a ranking.
  public init(ranked: [Int], topCount: Int) {
    self.ranked = ranked
    self.topCount = topCount
  }
}
