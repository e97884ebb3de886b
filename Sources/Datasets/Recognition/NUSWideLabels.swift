import Checkpoints
import Foundation

/// Which photos of a split show one concept of NUS-Wide.
struct NUSWideLabels {
  /// The positions of the photos that show it, ascending.
  private(set) var present: [Int] = []

  /// The positions of the photos of which nothing can be said.
  private(set) var undecided: [Int] = []

  /// Reads a file of lines with 0 or 1.
  ///
  /// One line of the published files is neither: see ``isPublishedDefect(_:line:in:)``.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - rowCount: The number of photos in the list.
  ///   - list: The list, for the error.
  /// - Throws: ``DatasetError`` when the file cannot be read, a line is neither 0 nor 1, or there are
  ///   more or fewer lines than photos.
  /// - Complexity: O(bytes).
  init(contentsOf file: URL, rowCount: Int, list: URL) throws(DatasetError) {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw .unreadableList(file, reason: error.reason)
    }
    var bytes = [UInt8](data)
    while let last = bytes.last, Self.isBlank(last) || last == Self.newLine { bytes.removeLast() }
    var row = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != Self.newLine { end += 1 }
      var (first, last) = (start, end)
      while first < last, Self.isBlank(bytes[first]) { first += 1 }
      while first < last, Self.isBlank(bytes[last - 1]) { last -= 1 }
      switch last - first == 1 ? bytes[first] : nil {
      case UInt8(ascii: "0"): break
      case UInt8(ascii: "1"): present.append(row)
      default:
        let text = String(decoding: bytes[first..<last], as: UTF8.self)
        guard Self.isPublishedDefect(text, line: row + 1, in: file) else {
          throw Self.malformed(
            file, line: row + 1, got: text.isEmpty ? "a blank line" : "`\(text.prefix(40))`",
            expected: "0 or 1")
        }
        undecided.append(row)
      }
      row += 1
      start = end + 1
    }
    guard row == rowCount else {
      throw Self.malformed(
        file, line: nil, got: "\(row) lines",
        expected: "\(rowCount), one for each photo of \(list.lastPathComponent)")
    }
  }

  /// Whether a line is the one of the published files that is neither 0 nor 1.
  ///
  /// Line 78,372 of `Labels_lake_Train.txt` reads −1130179. What it was to be is not known, so whether
  /// that photo shows a lake is undecided.
  private static func isPublishedDefect(_ text: String, line: Int, in file: URL) -> Bool {
    text == "-1130179" && line == 78_372 && file.lastPathComponent == "Labels_lake_Train.txt"
  }

  private static let newLine = UInt8(ascii: "\n")

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
  }

  private static func malformed(
    _ file: URL, line: Int?, got: String, expected: String
  ) -> DatasetError {
    .malformedFile(
      file, format: "file of a concept", place: line.map { "line \($0)" }, got: got,
      expected: expected)
  }
}
