import Checkpoints
import Foundation

/// A list that comes with files of labels and names them, `id: name` a line.
///
/// It is held against what is known of the labels, so that another edition of them is noticed.
struct LabelLegend: Sendable {
  /// The name of the list, which lies in the folder of the labels or in the one above.
  let file: String

  /// The names that are expected, by their labels; the list may name more.
  let names: [Int: String]

  /// Compares a list with the names that are expected, without their blanks.
  ///
  /// - Parameter folder: The folder of the labels.
  /// - Throws: ``DatasetError/malformedFile(_:format:place:got:expected:)`` where a name differs; a list
  ///   that is not there says nothing.
  func check(beside folder: URL) throws(DatasetError) {
    for place in [folder, folder.deletingLastPathComponent()] {
      let list = place.appending(path: file)
      if FileTree.isFile(list) { try check(list) }
    }
  }

  private func check(_ list: URL) throws(DatasetError) {
    let text: String
    do {
      text = try String(contentsOf: list, encoding: .utf8)
    } catch {
      throw .unreadableList(list, reason: error.reason)
    }
    var listed: [Int: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let label = Int(parts[0].filter { !$0.isWhitespace }) else {
        continue
      }
      listed[label] = parts[1].filter { !$0.isWhitespace }
    }
    for (label, name) in names.sorted(by: { $0.key < $1.key }) where listed[label] != name {
      throw .malformedFile(
        list, format: "list of labels", place: nil,
        got: "\(label): \(listed[label] ?? "nothing")", expected: "\(label): \(name)")
    }
  }
}
