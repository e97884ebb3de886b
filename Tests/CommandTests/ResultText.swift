import Foundation

/// The text of a `result.json` of any task, cut where its outermost members begin and end.
struct ResultText {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  init(in folder: URL) throws {
    text = try String(contentsOf: folder.appending(path: "result.json"), encoding: .utf8)
  }

  /// The bytes without those that may differ between equal runs.
  var withoutExecution: String { outside("execution") }

  /// The bytes of a member.
  func of(_ member: String) -> String {
    guard let range = memberRange(member) else { return "" }
    return String(text[range])
  }

  /// The bytes outside of a member.
  func outside(_ member: String) -> String {
    guard let range = memberRange(member) else { return text }
    return text.replacingCharacters(in: range, with: "")
  }

  /// Where a member of the outermost object lies: keys are indented by two blanks, and the line that
  /// closes a value by as many.
  private func memberRange(_ member: String) -> Range<String.Index>? {
    guard let start = text.range(of: "\n  \"\(member)\" : ") else { return nil }
    let next = text.range(of: "\n  \"", range: start.upperBound..<text.endIndex)
    return start.lowerBound..<(next?.lowerBound ?? text.endIndex)
  }
}
