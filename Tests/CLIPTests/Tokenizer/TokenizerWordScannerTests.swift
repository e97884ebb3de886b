import Testing

@testable import CLIP

/// The expectations are those of OpenAI's pattern in Python's `regex` module.
@Suite struct TokenizerWordScannerTests {
  @Test(arguments: [
    (
      "it's they'll we've i'm he'd don't you're 'em",
      [
        "it", "'s", "they", "'ll", "we", "'ve", "i", "'m", "he", "'d", "don", "'t", "you", "'re",
        "'", "em",
      ]
    ),
    ("1st 3.14 v2 ½", ["1", "st", "3", ".", "1", "4", "v", "2", "½"]),
    ("a_b--c", ["a", "_", "b", "--", "c"]),
    ("日本語 のa1", ["日本語", "のa", "1"]),
    ("o's's-'s", ["o", "'s", "'s", "-'", "s"]),
    ("😀👍🏽 ok", ["😀👍🏽", "ok"]),
    ("x'y '", ["x", "'", "y", "'"]),
    ("<|startoftext|>x<|endoftext|>", ["START", "x", "END"]),
    ("!<|endoftext|>", ["!<|", "endoftext", "|>"]),
    ("<|startoftext|", ["<|", "startoftext", "|"]),
    ("", []),
  ])
  func textIsCutAsOpenAIsPatternCutsIt(text: String, expected: [String]) {
    let words = WordScanner(Caption(text)).map { word in
      switch word {
      case .text(let characters): characters.map(\.description).joined()
      case .startOfText: "START"
      case .endOfText: "END"
      }
    }
    #expect(words == expected)
  }
}
