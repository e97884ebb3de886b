public import Foundation

extension BytePairVocabulary {
  /// The number of merges that OpenAI's CLIP takes from its list of 262,144: the rest of 49,408
  /// tokens after the byte symbols and the two special ones.
  public static let mergesOfOpenAI = 49_408 - byteSymbols - 2

  /// The names under which a vocabulary lies beside a checkpoint, in the order of preference.
  public static let fileNames = [
    "merges.txt", "bpe_simple_vocab_16e6.txt.gz", "bpe_simple_vocab_16e6.txt", "tokenizer.json",
  ]

  /// The vocabulary that lies in the folder of a checkpoint, if one does.
  public static func file(beside checkpoint: URL) -> URL? {
    let folder = checkpoint.deletingLastPathComponent()
    return fileNames.lazy.map { folder.appending(path: $0) }.first {
      FileManager.default.fileExists(atPath: $0.path(percentEncoded: false))
    }
  }

  /// Reads a file of merges, compressed with gzip or plain, or a `tokenizer.json`.
  ///
  /// One merge a line, most frequent first, in `ByteAlphabet`'s characters with `</w>` at the end of
  /// a word; a first line that names a `#version:` is a header. The vocabulary's size follows the
  /// file, but for OpenAI's `bpe_simple_vocab_16e6.txt`: that holds more merges than CLIP uses, and
  /// as in OpenAI's code the first ``mergesOfOpenAI`` are taken.
  ///
  /// - Parameters:
  ///   - file: The merges.
  ///   - expectedSize: The number of rows of the text tower's token table, if known.
  /// - Throws: ``VocabularyError``, naming the file and the line.
  public init(contentsOf file: URL, expectedSize: Int? = nil) throws(VocabularyError) {
    let path = file.path(percentEncoded: false)
    let bytes = try CompressedFile.bytes(of: file)
    if file.pathExtension == "json" {
      try self.init(tokenizerFile: bytes, from: path)
    } else {
      try self.init(merges: bytes, from: path)
    }
    if let expectedSize, size != expectedSize {
      throw .sizeMismatch(file: path, got: size, expected: expectedSize)
    }
  }

  /// Reads merges that are in memory; `file` names them in errors.
  init(merges: [UInt8], from file: String) throws(VocabularyError) {
    var reader = MergeReader(file: file)
    var limit = Int.max
    var rest = merges[...]
    var number = 0
    while !rest.isEmpty, reader.pairs.count < limit {
      var line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest.dropFirst(line.count + 1)
      number += 1
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if number == 1 {
        let header = String(decoding: line, as: UTF8.self)
        if header.contains("bpe_simple_vocab_16e6") { limit = Self.mergesOfOpenAI }
        if header.contains("#version:") { continue }
      }
      try reader.read(line, number: number)
    }
    guard !reader.pairs.isEmpty else { throw .empty(file: file) }
    self.init(pairs: reader.pairs)
  }
}

/// Turns lines of merges into pairs of symbol numbers.
private struct MergeReader {
  let file: String
  var pairs: [(left: UInt32, right: UInt32)] = []

  /// The number of each symbol by its spelling.
  ///
  /// Bytes, because a `String` key would hold two spellings of one accented letter for the same.
  private var symbols: [ArraySlice<UInt8>: UInt32] = [:]

  /// The line that made each merged symbol.
  private var lines: [Int] = []

  init(file: String) {
    self.file = file
    symbols.reserveCapacity(1 << 16)
    let endOfWord = Array("</w>".utf8)
    for (symbol, spelling) in ByteAlphabet.spellings.enumerated() {
      symbols[spelling[...]] = UInt32(symbol)
      symbols[(spelling + endOfWord)[...]] = UInt32(symbol) + BytePairVocabulary.endOfWord
    }
  }

  mutating func read(_ line: ArraySlice<UInt8>, number: Int) throws(VocabularyError) {
    let space = UInt8(ascii: " ")
    let leftPart = line.prefix { $0 != space }
    let rightPart = line.dropFirst(leftPart.count + 1)
    guard !leftPart.isEmpty, !rightPart.isEmpty, !rightPart.contains(space) else {
      throw .malformedMerge(file: file, line: number, got: text(line))
    }
    let left = try symbol(leftPart, number: number)
    let right = try symbol(rightPart, number: number)
    let spelling = leftPart + rightPart
    let made = UInt32(BytePairVocabulary.byteSymbols + pairs.count)
    if let earlier = symbols.updateValue(made, forKey: spelling) {
      let merge = Int(earlier) - BytePairVocabulary.byteSymbols
      throw .repeatedSymbol(
        file: file, line: number, symbol: text(spelling),
        firstLine: merge >= 0 ? lines[merge] : nil)
    }
    pairs.append((left, right))
    lines.append(number)
  }

  private func symbol(
    _ spelling: ArraySlice<UInt8>, number: Int
  ) throws(VocabularyError) -> UInt32 {
    guard let symbol = symbols[spelling] else {
      throw .undefinedSymbol(file: file, line: number, symbol: text(spelling))
    }
    return symbol
  }

  /// The start of a line or symbol, for an error.
  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    let limit = 60
    let text = String(decoding: bytes.prefix(limit), as: UTF8.self)
    return bytes.count > limit ? text + "…" : text
  }
}
