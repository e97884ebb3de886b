import Checkpoints
import Foundation

/// What lies in folders; links are followed, as data sets are often put together from them.
enum FileTree {
  static func isFile(_ url: URL) -> Bool {
    kind(of: url) == false
  }

  static func isFolder(_ url: URL) -> Bool {
    kind(of: url) == true
  }

  /// Expects a folder that a setting names.
  static func require(folder: URL, setting: String) throws(DatasetError) {
    guard isFolder(folder) else { throw .missingFolder(folder, setting: setting) }
  }

  /// The paths of all files in a folder and the folders in it, relative to the folder.
  ///
  /// Names that begin with a dot are left out: they are made by file managers.
  static func files(in folder: URL) throws(DatasetError) -> [String] {
    var files: [String] = []
    var pending = [(path: "", above: [String]())]
    while let (path, above) = pending.popLast() {
      let current = path.isEmpty ? folder : folder.appending(path: path)
      let real = current.resolvingSymlinksInPath().path(percentEncoded: false)
      guard !above.contains(real) else {
        throw .unreadableFolder(current, reason: "it is a link to a folder above it.")
      }
      for name in try names(in: current) {
        let inner = path.isEmpty ? name : "\(path)/\(name)"
        if isFolder(folder.appending(path: inner)) {
          pending.append((inner, above + [real]))
        } else {
          files.append(inner)
        }
      }
    }
    return files
  }

  /// The names of the folders in a folder, in byte order.
  static func folders(in folder: URL) throws(DatasetError) -> [String] {
    try names(in: folder).filter { isFolder(folder.appending(path: $0)) }.sortedByBytes()
  }

  /// The names of all that is in a folder, save what begins with a dot.
  static func names(in folder: URL) throws(DatasetError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(
        atPath: folder.path(percentEncoded: false)
      ).filter { !$0.hasPrefix(".") }
    } catch {
      throw .unreadableFolder(folder, reason: error.reason)
    }
  }

  /// Whether there is a folder; `nil` where there is nothing.
  private static func kind(of url: URL) -> Bool? {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
    return exists ? isFolder.boolValue : nil
  }
}

extension [String] {
  /// The paths that end in a suffix, without it.
  func ids(endingIn suffix: String) -> [String] {
    compactMap { path in
      guard path.hasSuffix(suffix) else { return nil }
      let id = String(path.dropLast(suffix.count))
      return id.isEmpty || id.hasSuffix("/") ? nil : id
    }
  }

  /// Counts the files of each suffix.
  ///
  /// - Parameter longSuffixes: Suffixes that begin before the last dot of a file's name.
  /// - Returns: The counts; a file without a suffix counts under an empty text.
  func suffixes(recognising longSuffixes: [String] = []) -> [String: Int] {
    reduce(into: [:]) { counts, path in
      let name = path.split(separator: "/").last ?? ""
      let suffix =
        longSuffixes.first { name.hasSuffix($0) }
        ?? name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
      counts[suffix, default: 0] += 1
    }
  }

  /// The texts in the order of their bytes, which is the same everywhere and for every locale.
  func sortedByBytes() -> [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
