extension BytePairVocabulary {
  /// What tokens stand for.
  ///
  /// - Parameter tokens: Tokens of this vocabulary.
  /// - Returns: One piece a token.
  /// - Precondition: each is below ``size`` and not negative.
  /// - Complexity: O(V + n) for V merges and n bytes.
  public func pieces(of tokens: [Int]) -> [WordPiece] {
    var parts: [(left: UInt32, right: UInt32)] = Array(
      repeating: (0, 0), count: size - Self.byteSymbols - 2)
    for (pair, symbol) in merged {
      parts[Int(symbol) - Self.byteSymbols] = (
        UInt32(truncatingIfNeeded: pair >> 32), UInt32(truncatingIfNeeded: pair)
      )
    }
    return tokens.map { token in
      precondition((0..<size).contains(token), "Token \(token) of \(size)")
      if token == startOfText { return .startOfText }
      if token == endOfText { return .endOfText }
      var bytes: [UInt8] = []
      var endsWord = false
      // What is left to spell, the next part last.
      var pending = [UInt32(token)]
      while let symbol = pending.popLast() {
        if Int(symbol) >= Self.byteSymbols {
          let (left, right) = parts[Int(symbol) - Self.byteSymbols]
          pending += [right, left]
        } else {
          endsWord = symbol >= Self.endOfWord
          bytes.append(ByteAlphabet.bytes[Int(symbol % Self.endOfWord)])
        }
      }
      return .bytes(bytes, endsWord: endsWord)
    }
  }
}
