/// How often each token was on top, over pairs of an image and a sentence.
public struct TopTokenTally: Sendable, Equatable {
  /// The counts of one token; a sentence that has it twice counts once.
  public struct Counts: Sendable, Equatable {
    /// The pairs whose sentence has the token.
    public internal(set) var pairs = 0

    /// The pairs in which no other token goes better with the image.
    public internal(set) var first = 0

    /// The pairs that have the token on top.
    public internal(set) var onTop = 0
  }

  /// The number of pairs.
  public private(set) var pairs = 0

  /// The counts of each token that a sentence has.
  public private(set) var counts: [Int: Counts] = [:]

  /// Creates the counts over no pairs.
  public init() {}

  /// Adds one pair; the order of pairs does not matter.
  public mutating func add(_ pair: RankedTokens) {
    pairs += 1
    for token in Set(pair.ranked) { counts[token, default: Counts()].pairs += 1 }
    for token in Set(pair.ranked.prefix(pair.topCount)) { counts[token]?.onTop += 1 }
    if let first = pair.ranked.first { counts[first]?.first += 1 }
  }

  /// The tokens that were ever on top, the most frequent first; of equals the one more often the very
  /// first, then the one of the lower number.
  public var ranking: [(token: Int, counts: Counts)] {
    counts.filter { $0.value.onTop > 0 }
      .sorted {
        (-$0.value.onTop, -$0.value.first, $0.key) < (-$1.value.onTop, -$1.value.first, $1.key)
      }
      .map { ($0.key, $0.value) }
  }
}
