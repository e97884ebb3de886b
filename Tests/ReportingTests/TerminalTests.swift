import Reporting
import Testing

@Suite("Terminal")
struct TerminalTests {
  @Test(
    "allows bold only where a person watches and NO_COLOR is not set",
    arguments: [
      (true, ["TERM": "xterm-256color"], true, true),
      (true, [:], true, true),
      (true, ["TERM": "dumb"], false, false),
      (true, ["NO_COLOR": "1"], true, false),
      (true, ["NO_COLOR": ""], true, true),
      (false, ["TERM": "xterm"], false, false),
    ] as [(Bool, [String: String], Bool, Bool)])
  func style(
    isTerminal: Bool, environment: [String: String], isInteractive: Bool, allowsStyle: Bool
  ) {
    let terminal = Terminal(descriptor: 2, isTerminal: isTerminal, environment: environment)
    #expect(terminal.isInteractive == isInteractive)
    #expect(terminal.allowsStyle == allowsStyle)
  }

  @Test("has no width where the stream is no terminal")
  func closedStream() {
    let terminal = Terminal(descriptor: 9_999)
    #expect(!terminal.isInteractive)
    #expect(terminal.columns == nil)
  }
}
