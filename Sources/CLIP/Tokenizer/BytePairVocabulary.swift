/// The symbols of a byte-level BPE vocabulary and the merges that make them.
///
/// Symbols are numbered in the order that OpenAI's CLIP and its merges files share: the 256 bytes,
/// the 256 bytes as the end of a word (`</w>`), one symbol a merge, start of text, end of text. The
/// number of a merged symbol is therefore also its rank.
///
/// Sennrich, Haddow and Birch, "Neural machine translation of rare words with subword units", 2016.
public struct BytePairVocabulary: Sendable, Equatable {
  /// How far a byte's symbol at the end of a word lies behind its symbol inside one.
  static let endOfWord: UInt32 = 256

  /// The number of symbols before the first merge.
  static let byteSymbols = 512

  /// The symbol that each pair of neighbours becomes, keyed by `left << 32 | right`.
  let merged: [UInt64: UInt32]

  /// The number of tokens, start and end of text included.
  public let size: Int

  /// The token before every text.
  public var startOfText: Int { size - 2 }

  /// The token behind every text, the highest of all: its place is where the text tower's feature is
  /// read.
  public var endOfText: Int { size - 1 }

  /// Takes merges of symbol numbers, most frequent first.
  init(pairs: [(left: UInt32, right: UInt32)]) {
    var merged: [UInt64: UInt32] = [:]
    merged.reserveCapacity(pairs.count)
    for (rank, pair) in pairs.enumerated() {
      merged[Self.key(pair.left, pair.right)] = UInt32(Self.byteSymbols + rank)
    }
    self.merged = merged
    size = Self.byteSymbols + pairs.count + 2
  }

  /// The key of a pair of neighbours.
  static func key(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }
}
