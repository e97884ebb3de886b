import Checkpoints
import Foundation

/// The lines of a text file that hold more than blanks.
struct TextLines {
  /// One line, without the blanks around it.
  struct Line: Equatable {
    /// Where it stands in the file, counted from 1.
    let number: Int

    /// What it says.
    let text: String
  }

  /// The lines, in the order of the file.
  let lines: [Line]

  /// Reads a file of UTF-8 text with any line ends, with or without a byte order mark.
  ///
  /// - Throws: ``DatasetError/unreadableList(_:reason:)``.
  init(contentsOf file: URL) throws(DatasetError) {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw .unreadableList(file, reason: error.reason)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .unreadableList(file, reason: "it is not UTF-8 text")
    }
    let rows = text.drop { $0 == "\u{FEFF}" }.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    lines = zip(1..., rows).compactMap { number, row in
      // Foundation's trimming takes several times as long, which is felt with 100,000 lines.
      guard let first = row.firstIndex(where: { !$0.isWhitespace }),
        let last = row.lastIndex(where: { !$0.isWhitespace })
      else { return nil }
      return Line(number: number, text: String(row[first...last]))
    }
  }
}
