/// What can be wrong with a file of merges.
public enum VocabularyError: Error, Equatable, Sendable {
  /// The file cannot be opened, read or decompressed.
  case unreadable(file: String, reason: String)

  /// The file unpacks to more bytes than any vocabulary has.
  case tooLarge(file: String, limit: Int)

  /// The file holds no merge.
  case empty(file: String)

  /// A line is not two symbols separated by a space.
  case malformedMerge(file: String, line: Int, got: String)

  /// A line merges a symbol that is neither a byte nor made by an earlier line.
  case undefinedSymbol(file: String, line: Int, symbol: String)

  /// A line makes a symbol that exists already, so that its number is ambiguous: one that an earlier
  /// line made, or a byte's where `firstLine` is `nil`.
  case repeatedSymbol(file: String, line: Int, symbol: String, firstLine: Int?)

  /// A `tokenizer.json` is not one of byte pairs as CLIP's are.
  case unsuitableTokenizer(file: String, reason: String)

  /// The vocabulary has another size than the text tower's token table.
  case sizeMismatch(file: String, got: Int, expected: Int)
}
