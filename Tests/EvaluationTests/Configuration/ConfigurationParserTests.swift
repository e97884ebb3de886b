import Foundation
import Testing

@testable import Evaluation

@Suite("Configuration parser")
struct ConfigurationParserTests {
  /// Reads a text and writes every value with its line and column.
  private func outline(_ text: String) -> String {
    let source = ConfigurationSource(
      file: URL(fileURLWithPath: "/f.json"),
      in: Surroundings(environment: [:], workingDirectory: URL(fileURLWithPath: "/")))
    do throws(ConfigurationError) {
      return outline(try ConfigurationParser(source: source).parse(text))
    } catch {
      return error.description
    }
  }

  private func outline(_ value: ConfigurationValue) -> String {
    let position = value.origin.description.dropFirst("f.json:".count)
    switch value.content {
    case .list(let elements): return "[" + elements.map(outline).joined(separator: " ") + "]"
    case .object(let members):
      return "{" + members.map { "\($0.name)=\(outline($0.value))" }.joined(separator: " ") + "}"
    default: return "\(value.summary)@\(position)"
    }
  }

  @Test("Every value knows its line and column")
  func positions() {
    let text = """
      { "a": 1,
        "bé": [true, null, -2.5e3],\t"c": {"d": "x"} }
      """
    #expect(
      outline(text)
        == #"{a=1@1:8 bé=[true@2:10 null@2:16 -2.5e3@2:22] c={d="x"@2:42}}"#)
  }

  @Test(
    "What JSON allows is read as JSON reads it",
    arguments: [
      (#"{"a":1}"#, #"{a=1@1:6}"#),
      ("{\"a\"\t:\t1}", #"{a=1@1:8}"#),
      ("\u{FEFF}{\"a\": 1}", #"{a=1@1:7}"#),
      ("{\r\n\"a\": 1\r\n}", #"{a=1@2:6}"#),
      (#"{"a": "no"}"#, #"{a="no"@1:7}"#),
      (#"{"a": "12:30"}"#, #"{a="12:30"@1:7}"#),
      (#"{"a": "\u00e9\/\n"}"#, #"{a="é/\n"@1:7}"#),
      (##"{"a": "# no // comment /* here"}"##, ##"{a="# no // comment /* here"@1:7}"##),
      (#"{"a": "http://x"}"#, #"{a="http://x"@1:7}"#),
      (#"{"a": "x\" // y"}"#, #"{a="x" // y"@1:7}"#),
      ("{} # comment", "{}"),
      ("# it's a // comment\n{\"a\": 0}", "{a=0@2:7}"),
    ])
  func json(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(
    "Comments of JavaScript are refused with a word on what to write",
    arguments: [
      ("{\n  // why\n  \"a\": 1 }", "f.json:2:3: `//` does not start a comment here; use `#`"),
      ("{\"a\": 1} // why", "f.json:1:10: `//` does not start a comment here; use `#`"),
      ("{\"a\": 1,/* why */\"b\": 2}", "f.json:1:9: `/*` does not start a comment here; use `#`"),
      ("{\"a\": \"x\"// why\n}", "f.json:1:10: `//` does not start a comment here; use `#`"),
    ])
  func foreignComments(text: String, expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(
    "Words that YAML reads otherwise than they look are refused",
    arguments: [
      "no", "Yes", "on", "~", "True", "NULL", "12:30", "0x1F", "010", "1_000", ".5", "+1", ".inf",
      ".NaN", "2001-12-14",
    ])
  func ambiguousWords(word: String) {
    #expect(
      outline("{\"a\": \(word)}")
        == """
        f.json:1:7: `\(word)` without quotation marks is ambiguous; write "\(word)" for the text, \
        or true, false, null or a number as JSON spells it
        """)
  }

  @Test(
    "What is not JSON is refused with line and column",
    arguments: [
      ("", "f.json:1:1: not JSON: there is no value"),
      (
        "{\"a\": 1",
        """
        f.json:2:1: not JSON: while parsing a flow mapping (line 1), did not find expected ',' or '}'
        """
      ),
      (
        "{\"a\": \"x}",
        """
        f.json:1:10: not JSON: while scanning a quoted scalar (line 1), found unexpected end of \
        stream
        """
      ),
      (
        "{\"a\" 1}",
        """
        f.json:1:6: not JSON: while parsing a flow mapping (line 1), did not find expected ',' or '}'
        """
      ),
      (
        "{\"a\": 1 \"b\": 2}",
        """
        f.json:1:12: not JSON: while parsing a flow mapping (line 1), did not find expected ',' or \
        '}'
        """
      ),
      (
        "{\"a\": [1, 2}",
        """
        f.json:1:12: not JSON: while parsing a flow sequence (line 1), did not find expected ',' or \
        ']'
        """
      ),
      ("{\"a\": 1}}", "f.json:1:9: not JSON: did not find expected <document start>"),
      ("{\"a\": 1}\n{\"b\": 2}", "f.json:2:1: not JSON: did not find expected <document start>"),
      (
        "{\"a\": 1}\n---\n{\"b\": 2}",
        """
        f.json:2:1: not JSON: expected a single document in the stream (line 1), but found another \
        document
        """
      ),
      (
        "{\"a\": 1, \"b\": 2, \"a\": 3}",
        "f.json:1:2: `a` is stated more than once in this object, here for the first time"
      ),
      (
        "{\"a\": &x 1, \"b\": *x}",
        "f.json:1:7: not JSON: `&x` is YAML's; state the value"
      ),
      ("{\"a\": !!str 1}", "f.json:1:7: not JSON: `!` is YAML's; state the value"),
      (
        "{\"a\": \"\\ud83d\\ude00\"}",
        """
        f.json:1:10: not JSON: while parsing a quoted scalar (line 1), found invalid Unicode \
        character escape code
        """
      ),
      ("{\"a\": \"\u{1}\"}", "f.json:1:8: not JSON: control characters are not allowed"),
      ("{[1]: 2}", "f.json:1:2: not JSON: a key must be a text"),
    ])
  func malformed(text: String, expected: String) {
    #expect(outline(text) == expected)
  }
}
