import TestSupport
import Testing

@testable import CLIP

@Suite("WordPiece")
struct WordPieceTests {
  @Test("tokens read as the pieces that the text was cut into")
  func pieces() throws {
    let tokenizer = try SmallVocabulary.tokenizer()
    let tokens = try tokenizer.tokens(of: "Low lower xxx é's")
    let pieces = tokenizer.vocabulary.pieces(of: tokens)
    #expect(
      pieces.map(\.description) == [
        "[start]", "low", "lo…", "w…", "er", "xxx", "é", "'s", "[end]",
      ])
    #expect(pieces[2] == .bytes(Array("lo".utf8), endsWord: false))
    #expect(pieces[4] == .bytes(Array("er".utf8), endsWord: true))
  }

  @Test(
    "the bytes of all pieces are the text's, whatever it is", arguments: 0..<20 as Range<UInt64>)
  func bytes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let tokenizer = try SmallVocabulary.tokenizer()
    let letters = Array("lowerxé's猫😀.")
    let text = String((0..<30).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
    let pieces = tokenizer.vocabulary.pieces(of: tokenizer.encode(text))
    let bytes = pieces.flatMap { piece in
      if case .bytes(let bytes, _) = piece { bytes } else { [UInt8]() }
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text, "seed \(seed)")
  }

  @Test("half a character and what would steer a terminal show as bytes")
  func unprintable() {
    #expect(WordPiece.bytes([0xE2, 0x98], endsWord: false).description == "<E2><98>…")
    #expect(WordPiece.bytes([0x1B], endsWord: true).description == "<1B>")
  }
}
