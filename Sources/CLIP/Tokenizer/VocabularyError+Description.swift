extension VocabularyError: CustomStringConvertible {
  /// One sentence for the person at the terminal: the file, what was found, what was expected.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot read the vocabulary: \(reason)"
    case .tooLarge(let file, let limit):
      "\(file): unpacks to more than \(limit) bytes; that is no vocabulary of merges"
    case .empty(let file):
      "\(file): holds no merges; expected one pair of symbols a line"
    case .malformedMerge(let file, let line, let got):
      """
      \(file):\(line): got “\(got)”, expected two symbols separated by one space, as in \
      bpe_simple_vocab_16e6.txt.gz or a merges.txt
      """
    case .undefinedSymbol(let file, let line, let symbol):
      """
      \(file):\(line): “\(symbol)” is neither a byte nor made by an earlier line; expected merges in \
      the order in which they were learned
      """
    case .repeatedSymbol(let file, let line, let symbol, let firstLine):
      """
      \(file):\(line): “\(symbol)” \(firstLine.map { "was made on line \($0)" } ?? "is a byte") \
      already; expected each symbol once
      """
    case .unsuitableTokenizer(let file, let reason):
      """
      \(file): no tokenizer of CLIP: \(reason); expected the tokenizer.json of a CLIP model, or its \
      merges.txt
      """
    case .sizeMismatch(let file, let got, let expected):
      """
      \(file): a vocabulary of \(got) tokens, but the checkpoint's token table has \(expected); \
      give the vocabulary that the checkpoint was trained with
      """
    }
  }
}
