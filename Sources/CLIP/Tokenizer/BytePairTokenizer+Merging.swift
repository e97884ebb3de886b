extension BytePairTokenizer {
  /// The tokens of words met before; by characters, since a `String` key would take two spellings of
  /// one accented letter for the same.
  typealias KnownWords = [ArraySlice<Unicode.Scalar>: [Int]]

  func tokens(
    of text: String, contextLength: Int, truncating truncates: Bool, knowing known: inout KnownWords
  ) throws(TokenizerError) -> [Int] {
    precondition(contextLength >= 2, "\(contextLength) places do not hold start and end of text")
    var tokens = [vocabulary.startOfText]
    tokens += encode(text, knowing: &known)
    tokens.append(vocabulary.endOfText)
    guard tokens.count > contextLength else { return tokens }
    guard truncates else {
      throw .textTooLong(text: text, got: tokens.count, limit: contextLength)
    }
    return tokens.prefix(contextLength - 1) + [vocabulary.endOfText]
  }

  func encode(_ text: String, knowing known: inout KnownWords) -> [Int] {
    var tokens: [Int] = []
    for word in WordScanner(Caption(text)) {
      switch word {
      case .startOfText: tokens.append(vocabulary.startOfText)
      case .endOfText: tokens.append(vocabulary.endOfText)
      case .text(let characters):
        if let merged = known[characters] {
          tokens += merged
        } else {
          let merged = vocabulary.tokens(ofWord: characters)
          known[characters] = merged
          tokens += merged
        }
      }
    }
    return tokens
  }
}

extension BytePairVocabulary {
  /// The tokens of one word: its bytes, merged until no two neighbours have a merge.
  ///
  /// Each round takes the pair of the lowest rank and merges it wherever it stands, from the left.
  func tokens(ofWord characters: ArraySlice<Unicode.Scalar>) -> [Int] {
    var symbols: [UInt32] = []
    for character in characters {
      for byte in character.utf8 {
        symbols.append(ByteAlphabet.symbols[Int(byte)])
      }
    }
    guard let last = symbols.indices.last else { return [] }
    symbols[last] += Self.endOfWord
    while let best = bestMerge(in: symbols) { symbols = merging(best, in: symbols) }
    return symbols.map { Int($0) }
  }

  private typealias Merge = (left: UInt32, right: UInt32, symbol: UInt32)

  private func bestMerge(in symbols: [UInt32]) -> Merge? {
    var best: Merge?
    for index in symbols.indices.dropFirst() {
      let (left, right) = (symbols[index - 1], symbols[index])
      guard let symbol = merged[Self.key(left, right)] else { continue }
      if best.map({ symbol < $0.symbol }) ?? true { best = (left, right, symbol) }
    }
    return best
  }

  private func merging(_ merge: Merge, in symbols: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(symbols.count)
    for symbol in symbols {
      // A symbol that was just made is no left part of the same merge: it is another symbol.
      if symbol == merge.right, result.last == merge.left {
        result[result.count - 1] = merge.symbol
      } else {
        result.append(symbol)
      }
    }
    return result
  }
}
