import Foundation

/// The ids that a list names, each checked when it is met.
struct ListedIDs {
  /// The list.
  private let list: URL

  /// The ids, in the order of the list.
  private(set) var ids: [String] = []

  /// The line of each id.
  ///
  /// Bytes are the keys: two spellings of é are two files, though they are equal as strings.
  private var lines: [[UInt8]: Int] = [:]

  /// Begins a list without ids.
  init(of list: URL) {
    self.list = list
  }

  /// Takes the id of a line.
  ///
  /// - Throws: ``DatasetError/pathOutsideFolder(_:list:line:)`` or
  ///   ``DatasetError/duplicateID(_:list:lines:)``.
  mutating func append(_ id: String, line: Int) throws(DatasetError) {
    guard Self.staysInFolder(id) else {
      throw .pathOutsideFolder(id, list: list, line: line)
    }
    if let first = lines.updateValue(line, forKey: Array(id.utf8)) {
      throw .duplicateID(id, list: list, lines: [first, line])
    }
    ids.append(id)
  }

  /// Whether a path leads to a file below the folder it starts from.
  private static func staysInFolder(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      } && !path.utf8.contains(0)
  }
}
