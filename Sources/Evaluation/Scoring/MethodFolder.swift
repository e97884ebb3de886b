import Foundation

/// A folder of what one method gave, a file an image: predictions or scores that are read back.
struct MethodFolder: Sendable {
  /// What tables call the method: the folder's name.
  let method: String

  /// Where the files lie.
  let url: URL

  /// Finds the methods in a folder: the folder itself, or each folder in it.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - holdsFirst: Whether a folder has the file of the first image.
  /// - Returns: The methods by their names in byte order; none where nothing is found.
  static func all(in folder: URL, where holdsFirst: (URL) -> Bool) -> [MethodFolder] {
    if holdsFirst(folder) {
      return [MethodFolder(method: folder.lastPathComponent, url: folder)]
    }
    let names =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.path(percentEncoded: false))) ?? []
    return names.sorted().map { MethodFolder(method: $0, url: folder.appending(path: $0)) }
      .filter { holdsFirst($0.url) }
  }
}
