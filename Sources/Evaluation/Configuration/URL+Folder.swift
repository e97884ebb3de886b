import Foundation

extension URL {
  /// The file or folder that a path leads to from this folder, whether or not that exists yet.
  func following(_ path: String) -> URL {
    let folder = URL(fileURLWithPath: self.path, isDirectory: true)
    return URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL
  }
}
