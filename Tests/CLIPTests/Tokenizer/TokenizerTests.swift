import CLIP
import Foundation
import TestSupport
import Testing

@Suite struct TokenizerTests {
  @Test func aWordBecomesItsMergedBytes() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    #expect(tokenizer.encode("low") == [513])
    #expect(
      tokenizer.encode("lower")
        == [512, SmallVocabulary.symbol("w"), 514])
    #expect(tokenizer.encode("é") == [517], "the two bytes of é in UTF-8")
    #expect(tokenizer.encode("a") == [SmallVocabulary.last("a")])
    #expect(tokenizer.encode("") == [])
  }

  @Test func aRepeatedPairMergesFromTheLeft() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    #expect(tokenizer.encode("xxx") == [516])
    #expect(tokenizer.encode("xx") == [SmallVocabulary.symbol("x"), SmallVocabulary.last("x")])
    #expect(tokenizer.encode("xxxxx") == [515, 516])
    #expect(
      tokenizer.encode("xxxx") == [515, SmallVocabulary.symbol("x"), SmallVocabulary.last("x")])
  }

  @Test func thePairOfTheLowestRankMergesFirst() throws {
    let early = try SmallVocabulary.vocabulary(["b c", "a b"])
    #expect(
      BytePairTokenizer(vocabulary: early).encode("abcd")
        == [SmallVocabulary.symbol("a"), 512, SmallVocabulary.last("d")])
    let late = try SmallVocabulary.vocabulary(["a b", "b c"])
    #expect(
      BytePairTokenizer(vocabulary: late).encode("abcd")
        == [512, SmallVocabulary.symbol("c"), SmallVocabulary.last("d")])
  }

  @Test func startAndEndEncloseTheTokens() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    #expect(tokenizer.vocabulary.size == 521)
    #expect(try tokenizer.tokens(of: "low low's") == [519, 513, 513, 518, 520])
    #expect(try tokenizer.tokens(of: "") == [519, 520])
  }

  @Test func specialTokensMayStandInTheText() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    #expect(tokenizer.encode("<|startoftext|> low<|EndOfText|>") == [519, 513, 520])
  }

  @Test func aTextOfExactlyTheContextFits() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    let text = Array(repeating: "low", count: 75).joined(separator: " ")
    #expect(try tokenizer.tokens(of: text).count == 77)
  }

  @Test func aTextLongerThanTheContextIsAnError() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    let error = #expect(throws: TokenizerError.self) {
      try tokenizer.tokens(of: "low low low", contextLength: 4)
    }
    #expect(error == .textTooLong(text: "low low low", got: 5, limit: 4))
    #expect(
      error?.description
        == "“low low low” needs 5 tokens, but the text tower reads 4; shorten it or allow truncation"
    )
  }

  @Test func truncationKeepsTheEnd() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    #expect(
      try tokenizer.tokens(of: "low low low", contextLength: 4, truncating: true)
        == [519, 513, 513, 520])
    #expect(try tokenizer.tokens(of: "low", contextLength: 4, truncating: true) == [519, 513, 520])
  }

  @Test func manyTextsBecomeWhatEachBecomesAlone() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    let texts = ["low", "e\u{301} low", "é", "", "lower xxx's", "low"]
    #expect(try tokenizer.tokens(of: texts) == texts.map { try tokenizer.tokens(of: $0) })
  }

  @Test func oneTextTooManyIsNamed() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    #expect(throws: TokenizerError.textTooLong(text: "low low", got: 4, limit: 3)) {
      try tokenizer.tokens(of: ["low", "low low"], contextLength: 3)
    }
  }
}
