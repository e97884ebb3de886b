import Foundation

/// Says why a file could not be read.
enum UnreadableFile {
  /// The reason in few words; Foundation's own do not tell a folder from a missing permission.
  static func reason(for error: any Error, at file: URL) -> String {
    switch FilePresence(at: file) {
    case .missing: return "there is no such file"
    case .folder: return "it is a folder"
    case .file: break
    }
    if !FileManager.default.isReadableFile(atPath: file.path) { return "permission denied" }
    return error.localizedDescription
  }
}
