import Foundation

@testable import CLIP

/// A vocabulary of a few merges, enough to see each rule of the tokenizer work.
enum SmallVocabulary {
  /// The merges in order; the first makes symbol 512.
  static let merges = [
    "l o", "lo w</w>", "e r</w>", "x x", "xx x</w>", "Ã ©</w>", "' s</w>",
  ]

  /// The tokenizer over the merges.
  static func tokenizer() throws -> BytePairTokenizer {
    BytePairTokenizer(vocabulary: try vocabulary(merges))
  }

  /// A vocabulary over lines of merges.
  static func vocabulary(_ lines: [String]) throws(VocabularyError) -> BytePairVocabulary {
    try BytePairVocabulary(merges: Array(lines.joined(separator: "\n").utf8), from: "merges.txt")
  }

  /// The symbol of an ASCII character inside a word.
  static func symbol(_ character: Unicode.Scalar) -> Int {
    Int(ByteAlphabet.symbols[Int(character.value)])
  }

  /// The symbol of an ASCII character at the end of a word.
  static func last(_ character: Unicode.Scalar) -> Int {
    symbol(character) + 256
  }
}
