import Testing

@testable import CLIP

/// The expectations are those of OpenAI's cleaning with ftfy 6.3 and Python 3.11.
@Suite struct TokenizerCaptionTests {
  @Test(arguments: [
    ("", ""),
    ("   ", ""),
    ("  Two\t\nWORDS  ", "two words"),
    ("\u{A0}nbsp\u{A0} \u{2003}x\u{2028}y", "nbsp x y"),
  ])
  func whiteSpaceCollapsesAndLettersBecomeSmall(text: String, expected: String) {
    expectCleaned(text, expected)
  }

  @Test(arguments: [
    ("A &amp;amp; B", "a & b"),
    ("&lt;b&gt; &eacute; &EACUTE; &SZLIG;", "<b> é é ss"),
    ("caf&eacute &ampere; &notit;", "café &ere; ¬it;"),
    ("&nosuch; & &; &#; &#x;", "&nosuch; & &; &#; &#x;"),
    ("&hearts;&Alpha;&yuml;&nbsp;&OElig;&rang;", "♥αÿ œ⟩"),
    (
      "&#233;&#xE9;&#XE9 &#128; &#0; &#11;x &#xFFFE;y &#1114112; &#99999999999;",
      "ééé € \u{FFFD} x y \u{FFFD} \u{FFFD}"
    ),
  ])
  func entitiesBecomeCharacters(text: String, expected: String) {
    expectCleaned(text, expected)
  }

  @Test func aTagMeansThatEntitiesAreDecodedOnlyTwice() {
    expectCleaned("x > y &amp;amp;amp; z", "x > y & z")
    expectCleaned("x < y &amp;amp;amp; z", "x < y &amp; z")
    expectCleaned(
      "line one &amp;amp;amp;\nline <two> &amp;amp;amp;\nthree &amp;amp;amp;",
      "line one & line <two> &amp; three &amp;")
  }

  @Test(arguments: [
    ("ﬁrst ﬂoor ĳ", "first floor ij"),
    ("ｆｕｌｌ\u{3000}ｗｉｄｔｈ ｶﾞ", "full width ガ"),
    ("‘smart’ “quotes” ʼ", "'smart' \"quotes\" '"),
    ("\u{91}c1\u{92} \u{85}", "'c1' …"),
    ("\u{1B}[31mred\u{1B}[0m \u{1B}[x", "red"),
    ("a\u{0}b\u{FEFF}c\u{206A}d\u{7F}", "abcd"),
  ])
  func charactersAreRepaired(text: String, expected: String) {
    expectCleaned(text, expected)
  }

  @Test func accentsAndHangulAreComposed() {
    expectCleaned(
      "zero\u{200B}width e\u{301} \u{1100}\u{1161}\u{11A8} \u{AC00}\u{11A8}",
      "zero\u{200B}width \u{E9} \u{AC01} \u{AC01}")
  }

  @Test func lowerCaseIsPythons() {
    expectCleaned("ΟΔΟΣ ΣΑΣ Σ. ΑΣ\u{301} Σ", "οδος σας σ. ας\u{301} σ")
    expectCleaned("İSTANBUL ẞ ǅ", "i\u{307}stanbul ß dž")
  }

  @Test func wronglyDecodedTextStaysAsItIs() {
    // ftfy repairs it to ✔; see the documentation of TextRepair.
    expectCleaned("âœ” ok", "âœ\" ok")
  }

  @Test func everyNameOfHTML4IsKnown() {
    // 252 of HTML 4, six in capitals of HTML 5, and apos.
    #expect(HTMLEntityNames.all.count == 259)
    #expect(HTMLEntityNames.unterminated.count == 106)
  }

  /// Compares character by character, since `==` of strings ignores how accents are composed.
  private func expectCleaned(
    _ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let cleaned = Caption(text).scalars
    #expect(
      cleaned == Array(expected.unicodeScalars), "got “\(cleaned.map(\.description).joined())”",
      sourceLocation: sourceLocation)
  }
}
