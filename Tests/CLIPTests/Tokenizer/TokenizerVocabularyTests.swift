import CLIP
import Foundation
import TestSupport
import Testing

@Suite struct TokenizerVocabularyTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func theSizeFollowsTheFile() throws {
    let file = try folder.write("l o\nlo w</w>\n", to: "merges.txt")
    let vocabulary = try BytePairVocabulary(contentsOf: file)
    #expect(vocabulary.size == 256 + 256 + 2 + 2)
    #expect(vocabulary.startOfText == 514)
    #expect(vocabulary.endOfText == 515)
  }

  @Test(arguments: [
    "#version: 0.2\nl o\nlo w</w>\n", "l o\nlo w</w>", "l o\r\nlo w</w>\r\n",
    "\"bpe_simple_vocab_16e6.txt#version: 0.2\nl o\nlo w</w>\n",
  ])
  func theHeaderAndTheKindOfLineBreakMakeNoDifference(contents: String) throws {
    let file = try folder.write(contents, to: "merges.txt")
    let plain = try folder.write("l o\nlo w</w>\n", to: "plain.txt")
    #expect(
      try BytePairVocabulary(contentsOf: file) == BytePairVocabulary(contentsOf: plain))
  }

  @Test func aCompressedFileIsUnpacked() throws {
    let file = try folder.write(Data(Self.compressed), to: "merges.txt.gz")
    let plain = try folder.write("l o\nlo w</w>\n", to: "plain.txt")
    #expect(
      try BytePairVocabulary(contentsOf: file) == BytePairVocabulary(contentsOf: plain))
  }

  @Test func aCompressedFileCutShortIsAnError() throws {
    for length in [12, Self.compressed.count - 9, Self.compressed.count - 1] {
      let file = try folder.write(Data(Self.compressed.prefix(length)), to: "cut.gz")
      let error = #expect(throws: VocabularyError.self, "cut to \(length) bytes") {
        try BytePairVocabulary(contentsOf: file)
      }
      guard case .unreadable(let named, _) = error else {
        Issue.record("cut to \(length) bytes: got \(String(describing: error))")
        continue
      }
      #expect(named == file.path)
    }
  }

  @Test func aDamagedCompressedFileIsAnError() throws {
    var damaged = Self.compressed
    damaged[damaged.count - 6] ^= 1
    let file = try folder.write(Data(damaged), to: "damaged.gz")
    let error = #expect(throws: VocabularyError.self) { try BytePairVocabulary(contentsOf: file) }
    #expect(error?.description.contains("incorrect data check") == true, "\(error as Any)")
  }

  @Test func aMissingFileIsAnError() throws {
    let file = folder.url.appending(path: "none.txt")
    let error = #expect(throws: VocabularyError.self) { try BytePairVocabulary(contentsOf: file) }
    #expect(error == .unreadable(file: file.path, reason: "No such file or directory"))
  }

  @Test func aFolderIsNoVocabulary() throws {
    let error = #expect(throws: VocabularyError.self) {
      try BytePairVocabulary(contentsOf: folder.url)
    }
    guard case .unreadable = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    ("", VocabularyError.empty(file: "F")),
    ("#version: 0.2\n", .empty(file: "F")),
    ("{\"a\":1}\n", .malformedMerge(file: "F", line: 1, got: "{\"a\":1}")),
    ("l o\n\nlo w</w>\n", .malformedMerge(file: "F", line: 2, got: "")),
    ("l o r\n", .malformedMerge(file: "F", line: 1, got: "l o r")),
    ("l o \n", .malformedMerge(file: "F", line: 1, got: "l o ")),
    (" l o\n", .malformedMerge(file: "F", line: 1, got: " l o")),
    ("l o\nlo we\n", .undefinedSymbol(file: "F", line: 2, symbol: "we")),
    ("日 本\n", .undefinedSymbol(file: "F", line: 1, symbol: "日")),
    ("l o\na b\nl o\n", .repeatedSymbol(file: "F", line: 3, symbol: "lo", firstLine: 1)),
    (
      "< /\nw >\n</ w>\na </w>\n",
      .repeatedSymbol(file: "F", line: 4, symbol: "a</w>", firstLine: nil)
    ),
  ])
  func aBadLineIsNamed(contents: String, expected: VocabularyError) throws {
    let file = try folder.write(contents, to: "merges.txt")
    let error = #expect(throws: VocabularyError.self) { try BytePairVocabulary(contentsOf: file) }
    #expect(error?.description == expected.description.replacing("F:", with: "\(file.path):"))
  }

  @Test func ofOpenAIsListOnlyTheFirstMergesCount() throws {
    let characters = (0..<94).compactMap { UnicodeScalar(33 + $0).map(String.init) }
    let pairs = characters.flatMap { left in characters.map { "\(left) \($0)" } }
    let wordEnds = pairs.map { $0 + "</w>" }
    let longer = pairs.prefix(400).map { $0.replacing(" ", with: "") }
    let triples = longer.flatMap { left in characters.map { "\(left) \($0)</w>" } }
    let merges = pairs + wordEnds + triples
    try #require(merges.count > BytePairVocabulary.mergesOfOpenAI)

    let listed = "bpe_simple_vocab_16e6.txt#version: 0.2\n" + merges.joined(separator: "\n")
    let file = try folder.write(listed, to: "bpe_simple_vocab_16e6.txt")
    #expect(try BytePairVocabulary(contentsOf: file).size == 49_408)

    let own = try folder.write(merges.joined(separator: "\n"), to: "merges.txt")
    #expect(try BytePairVocabulary(contentsOf: own).size == merges.count + 514)
  }

  @Test func anotherSizeThanTheCheckpointsIsAnError() throws {
    let file = try folder.write("l o\n", to: "merges.txt")
    #expect(try BytePairVocabulary(contentsOf: file, expectedSize: 515).size == 515)
    #expect(
      throws: VocabularyError.sizeMismatch(file: file.path, got: 515, expected: 49_408)
    ) {
      try BytePairVocabulary(contentsOf: file, expectedSize: 49_408)
    }
  }

  @Test func theVocabularyBesideACheckpointIsFound() throws {
    let checkpoint = folder.url.appending(path: "model/weights.safetensors")
    #expect(BytePairVocabulary.file(beside: checkpoint) == nil)
    let list = try folder.write("", to: "model/bpe_simple_vocab_16e6.txt.gz")
    #expect(BytePairVocabulary.file(beside: checkpoint)?.path == list.path)
    let merges = try folder.write("", to: "model/merges.txt")
    #expect(BytePairVocabulary.file(beside: checkpoint)?.path == merges.path)
  }

  @Test(
    "A tokenizer.json says what a file of merges says",
    arguments: [#""l o", "lo w</w>""#, #"["l", "o"], ["lo", "w</w>"]"#])
  func tokenizerFile(merges: String) throws {
    let file = try folder.write(
      """
      { "version": "1.0", "model": { "type": "BPE", "end_of_word_suffix": "</w>",
        "vocab": { "l": 75, "lo": 512, "low</w>": 513 }, "merges": [\(merges)] } }
      """, to: "tokenizer.json")
    let plain = try folder.write("l o\nlo w</w>\n", to: "plain.txt")
    #expect(
      try BytePairVocabulary(contentsOf: file) == BytePairVocabulary(contentsOf: plain))
    #expect(
      BytePairVocabulary.file(beside: folder.url.appending(path: "model.safetensors"))?.path
        == file.path)
  }

  @Test(
    "A tokenizer.json of another kind is refused with the reason",
    arguments: [
      (#"{ "model": { "type": "Unigram", "merges": [] } }"#, "its model is Unigram, expected BPE"),
      (#"{ "model": { "merges": ["l o"], "vocab": { "lo": 7 } } }"#, "has the number 7"),
      (
        #"{ "model": { "merges": ["l o"], "end_of_word_suffix": "@" } }"#,
        "its words end in @, expected </w>"
      ),
      (#"{ "model": { "merges": [["l", "o", "r"]] } }"#, "tokenizer.json:1: got “l o r”"),
      (#"{ "model": { "merges": ["l zz"] } }"#, "tokenizer.json:1: “zz” is neither"),
      ("[]", "no tokenizer of CLIP"), ("{", "no tokenizer of CLIP"),
    ])
  func otherTokenizerFile(contents: String, reason: String) throws {
    let file = try folder.write(contents, to: "tokenizer.json")
    let error = #expect(throws: VocabularyError.self) { try BytePairVocabulary(contentsOf: file) }
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  /// `l o⏎lo w</w>⏎`, compressed.
  private static let compressed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x51, 0xC8, 0xE7, 0xCA,
    0xC9, 0x57, 0x28, 0xB7, 0xD1, 0x2F, 0xB7, 0xE3, 0x02, 0x00, 0xF3, 0xAE, 0x2A, 0x51, 0x0D,
    0x00, 0x00, 0x00,
  ]
}
