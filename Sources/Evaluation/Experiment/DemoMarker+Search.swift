package import DemoWorld
package import Foundation

extension DemoMarker {
  /// The note that drawn data lie under: in one of the folders, or in one above; `nil` where there is none.
  ///
  /// Links are followed first: a folder put together from links has the notes of what it links to.
  package init?(above folders: some Sequence<URL>) {
    var visited: Set<String> = []
    for start in folders {
      var folder = start.resolvingSymlinksInPath().standardizedFileURL
      while visited.insert(folder.path).inserted {
        let note = folder.appending(path: Self.fileName)
        if let text = try? String(contentsOf: note, encoding: .utf8), let marker = Self(text) {
          self = marker
          return
        }
        folder = folder.deletingLastPathComponent().standardizedFileURL
      }
    }
    return nil
  }
}
