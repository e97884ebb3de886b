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
  ///   - separator: What stands between the folders of a path; ids have `/` there.
  /// - Throws: ``DatasetError`` when the file cannot be read, holds no id or one of them twice, or
  ///   an id would lead out of the data set's folders.
  init(
    contentsOf file: URL, dropping suffix: String? = nil, separator: Character = "/"
  ) throws(DatasetError) {
    var ids = ListedIDs(of: file)
    for line in try TextLines(contentsOf: file).lines {
      var id = line.text
      if let suffix, !suffix.isEmpty, id.hasSuffix(suffix) { id.removeLast(suffix.count) }
      if separator != "/" {
        id = id.split(separator: separator, omittingEmptySubsequences: false).joined(separator: "/")
      }
      if !id.isEmpty { try ids.append(id, line: line.number) }
    }
    guard !ids.ids.isEmpty else { throw .emptyList(file) }
    self.ids = ids.ids
  }
}
