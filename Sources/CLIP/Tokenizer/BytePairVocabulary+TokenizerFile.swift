internal import Foundation

extension BytePairVocabulary {
  /// Reads the `tokenizer.json` that Hugging Face's tokenizers write: byte-pair merges, most frequent
  /// first, and the number of each symbol, which has to be the one that the merges give it.
  ///
  /// Newer files hold a merge as a list of two symbols, older ones as a text with a space between them.
  ///
  /// - Throws: ``VocabularyError``, naming the file and the merge.
  init(tokenizerFile bytes: [UInt8], from file: String) throws(VocabularyError) {
    let model: TokenizerFile.Model
    do {
      model = try JSONDecoder().decode(TokenizerFile.self, from: Data(bytes)).model
    } catch {
      throw .unsuitableTokenizer(file: file, reason: "\(error)")
    }
    guard model.type == nil || model.type == "BPE" else {
      throw .unsuitableTokenizer(
        file: file, reason: "its model is \(model.type ?? ""), expected BPE")
    }
    guard model.endOfWord == nil || model.endOfWord == "</w>" else {
      throw .unsuitableTokenizer(
        file: file, reason: "its words end in \(model.endOfWord ?? ""), expected </w>")
    }
    // One merge a line, as in a file of merges, so that a line's number is the merge's.
    try self.init(
      merges: Array(model.merges.map { $0.symbols + "\n" }.joined().utf8), from: file)
    for (index, merge) in model.merges.enumerated() {
      let symbol = String(merge.symbols.filter { $0 != " " })
      let made = Self.byteSymbols + index
      guard let stated = model.vocabulary?[symbol], stated != made else { continue }
      throw .unsuitableTokenizer(
        file: file,
        reason: "“\(symbol)” has the number \(stated), and as merge \(index + 1) \(made)")
    }
  }
}

/// What is looked for in a `tokenizer.json`.
private struct TokenizerFile: Decodable {
  struct Model: Decodable {
    let type: String?
    let merges: [Merge]
    let vocabulary: [String: Int]?
    let endOfWord: String?

    enum CodingKeys: String, CodingKey {
      case type
      case merges
      case vocabulary = "vocab"
      case endOfWord = "end_of_word_suffix"
    }
  }

  /// Two symbols with a space between them.
  struct Merge: Decodable {
    let symbols: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        symbols = text
      } else {
        symbols = try container.decode([String].self).joined(separator: " ")
      }
    }
  }

  let model: Model
}
