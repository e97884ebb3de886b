/// A byte-level vocabulary whose merges make one token of each of a few words, and little else.
struct PhantomVocabulary {
  /// The merges in order, each the two symbols that become one.
  private(set) var merges: [(left: String, right: String)] = []

  /// The token of each word.
  private(set) var wordTokens: [Int] = []

  /// Learns words of lower-case ASCII letters.
  init(words: [String]) {
    for word in words {
      var symbols = word.map { String($0) }
      symbols[symbols.count - 1] += "</w>"
      for merge in merges { Self.apply(merge, to: &symbols) }
      while symbols.count > 1 {
        let merge = (symbols[0], symbols[1])
        merges.append(merge)
        Self.apply(merge, to: &symbols)
      }
    }
    let byteSymbols = 512
    wordTokens = words.map { word in
      byteSymbols + (merges.firstIndex { $0.left + $0.right == word + "</w>" } ?? 0)
    }
  }

  /// The number of tokens: bytes, bytes at the end of a word, merges, start and end of text.
  var size: Int { 512 + merges.count + 2 }

  /// The merges as CLIP's files write them.
  var text: String {
    (["#version: 0.2"] + merges.map { "\($0.left) \($0.right)" }).joined(separator: "\n") + "\n"
  }

  /// Joins every pair of neighbours that a merge joins, from the left.
  private static func apply(_ merge: (left: String, right: String), to symbols: inout [String]) {
    var index = 0
    while index + 1 < symbols.count {
      if symbols[index] == merge.left && symbols[index + 1] == merge.right {
        symbols[index...(index + 1)] = [merge.left + merge.right]
      }
      index += 1
    }
  }
}
