public import Foundation

/// CLIP's tokenizer: text to the numbers that the text tower reads.
///
/// A text is cleaned (`Caption`), cut into words (`WordScanner`), and each word's bytes are merged
/// pair by pair (``BytePairVocabulary``), with the results of OpenAI's tokenizer. Texts in the wrong
/// encoding are the exception: OpenAI's repairs most, this one leaves them.
public struct BytePairTokenizer: Sendable, Equatable {
  /// The symbols and merges.
  public let vocabulary: BytePairVocabulary

  /// Creates a tokenizer over a vocabulary.
  public init(vocabulary: BytePairVocabulary) {
    self.vocabulary = vocabulary
  }

  /// Creates a tokenizer over a file of merges; see ``BytePairVocabulary``.
  ///
  /// - Parameters:
  ///   - file: `bpe_simple_vocab_16e6.txt.gz` or a `merges.txt`.
  ///   - expectedSize: The number of rows of the text tower's token table, if known.
  /// - Throws: ``VocabularyError``, naming the file and the line.
  public init(vocabulary file: URL, expectedSize: Int? = nil) throws(VocabularyError) {
    try self.init(vocabulary: BytePairVocabulary(contentsOf: file, expectedSize: expectedSize))
  }

  /// The tokens of a text, without start and end, however many.
  ///
  /// - Complexity: O(n) in the text's length but for words: O(m²) in a word's.
  public func encode(_ text: String) -> [Int] {
    var known: KnownWords = [:]
    return encode(text, knowing: &known)
  }

  /// The tokens of a text between start and end of text, not padded.
  ///
  /// - Parameters:
  ///   - text: The text as a person writes it.
  ///   - contextLength: The most tokens that the text tower reads.
  ///   - truncates: Whether a longer text is cut, as OpenAI's tokenizer does on request: the last
  ///     token kept becomes the end of text.
  /// - Returns: At most `contextLength` tokens.
  /// - Throws: ``TokenizerError/textTooLong(text:got:limit:)`` unless truncating.
  public func tokens(
    of text: String, contextLength: Int = 77, truncating truncates: Bool = false
  ) throws(TokenizerError) -> [Int] {
    var known: KnownWords = [:]
    return try tokens(
      of: text, contextLength: contextLength, truncating: truncates, knowing: &known)
  }

  /// The tokens of several texts, each as it comes out alone.
  ///
  /// A word that several texts share is merged once, which makes prompts over one list of templates
  /// four times as fast as one by one.
  ///
  /// - Throws: ``TokenizerError/textTooLong(text:got:limit:)`` for the first text that is too long,
  ///   unless truncating.
  public func tokens(
    of texts: [String], contextLength: Int = 77, truncating truncates: Bool = false
  ) throws(TokenizerError) -> [[Int]] {
    var known: KnownWords = [:]
    var tokens: [[Int]] = []
    tokens.reserveCapacity(texts.count)
    for text in texts {
      tokens.append(
        try self.tokens(
          of: text, contextLength: contextLength, truncating: truncates, knowing: &known))
    }
    return tokens
  }
}
