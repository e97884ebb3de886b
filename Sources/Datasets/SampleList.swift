import Foundation

/// The ids in a list file: one a line, blank lines and blanks around an id left out.
struct SampleList {
  /// The ids, in the order of the file.
  let ids: [String]

  /// Reads and checks a list.
  ///
  /// - Parameters:
  ///   - file: The list.
  ///   - suffix: What may follow the ids, as in lists of file names.
  /// - Throws: ``DatasetError`` when the file cannot be read, holds no id or one of them twice, or
  ///   an id would lead out of the data set's folders.
  init(contentsOf file: URL, dropping suffix: String? = nil) throws(DatasetError) {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw .unreadableList(file, reason: error.localizedDescription)
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .unreadableList(file, reason: "it is not UTF-8 text")
    }
    var ids: [String] = []
    // Bytes as keys: two spellings of é are two files, though they are equal as strings.
    var lines: [[UInt8]: Int] = [:]
    let rows = text.drop { $0 == "\u{FEFF}" }.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated() {
      var id = row.trimmingCharacters(in: .whitespaces)
      if let suffix, !suffix.isEmpty, id.hasSuffix(suffix) { id.removeLast(suffix.count) }
      guard !id.isEmpty else { continue }
      guard Self.staysInFolder(id) else {
        throw .pathOutsideFolder(id, list: file, line: index + 1)
      }
      if let first = lines.updateValue(index + 1, forKey: Array(id.utf8)) {
        throw .duplicateID(id, list: file, lines: [first, index + 1])
      }
      ids.append(id)
    }
    guard !ids.isEmpty else { throw .emptyList(file) }
    self.ids = ids
  }

  /// Whether a path leads to a file below the folder it starts from.
  private static func staysInFolder(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !["", ".", ".."].contains($0) } && !path.utf8.contains(0)
  }
}
