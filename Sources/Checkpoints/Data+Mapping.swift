import Foundation

extension Data {
  /// Maps a file into memory: nothing is read until it is looked at.
  init(mapping file: URL) throws(CheckpointError) {
    do {
      try self.init(contentsOf: file, options: .alwaysMapped)
    } catch {
      throw .unreadable(file: file, reason: error.reason)
    }
  }
}
