import Checkpoints
internal import Foundation

/// A text file that lists one thing a line.
struct ListFile {
  /// One line, without white space around it.
  struct Line: Equatable {
    /// The line's number, counted from 1.
    let number: Int

    /// The line's text, possibly empty.
    let text: String
  }

  /// The lines that are no comments; a comment begins with `#`.
  let lines: [Line]

  /// Reads UTF-8 text with LF or CRLF line ends.
  ///
  /// - Throws: ``OpenVocabularyError/unreadable(file:reason:)`` or
  ///   ``OpenVocabularyError/notText(file:)``.
  init(contentsOf file: URL) throws(OpenVocabularyError) {
    let path = file.path(percentEncoded: false)
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      // Foundation wraps the system's reason, such as "Is a directory", in a vaguer text.
      throw .unreadable(file: path, reason: error.reason)
    }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = data.starts(with: byteOrderMark) ? data.dropFirst(byteOrderMark.count) : data
    guard let contents = String(validating: text, as: UTF8.self), !contents.contains("\0") else {
      throw .notText(file: path)
    }
    // CRLF is one character and a new line too.
    let split = contents.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    lines = zip(1..., split).compactMap { number, line in
      let text = line.trimmingCharacters(in: .whitespaces)
      return text.hasPrefix("#") ? nil : Line(number: number, text: text)
    }
  }
}
