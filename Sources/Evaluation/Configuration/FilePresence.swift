import Foundation

/// What lies at a path.
enum FilePresence {
  case missing
  case file
  case folder

  /// Looks at a path, following symbolic links.
  init(at url: URL) {
    let values = try? url.resolvingSymlinksInPath().resourceValues(forKeys: [.isDirectoryKey])
    switch values?.isDirectory {
    case nil: self = .missing
    case true?: self = .folder
    case false?: self = .file
    }
  }
}
