import Checkpoints
import Foundation
import Synchronization

/// A file of which pieces are read, by several threads if need be.
///
/// It is not mapped into memory: what was looked at would count as the program's memory, and a mapped
/// file that somebody cuts off ends the program.
final class ByteFile: Sendable {
  /// Where the file lies.
  let url: URL

  /// How many bytes it had when it was opened.
  let size: Int

  private let handle: Mutex<FileHandle>

  /// Opens a file.
  ///
  /// - Throws: ``DatasetError/unreadableFile(_:reason:)``.
  init(_ url: URL) throws(DatasetError) {
    guard FileTree.isFile(url) else {
      throw .unreadableFile(url, reason: "there is no such file.")
    }
    do {
      let handle = try FileHandle(forReadingFrom: url)
      size = Int(try handle.seekToEnd())
      self.handle = Mutex(handle)
    } catch {
      throw .unreadableFile(url, reason: error.reason)
    }
    self.url = url
  }

  /// Reads the bytes of a range, or those that are there.
  ///
  /// - Throws: ``DatasetError/unreadableFile(_:reason:)``.
  func read(_ range: Range<Int>) throws(DatasetError) -> [UInt8] {
    do {
      return try handle.withLock { handle in
        try handle.seek(toOffset: UInt64(range.lowerBound))
        return Array(try handle.read(upToCount: range.count) ?? Data())
      }
    } catch {
      throw .unreadableFile(url, reason: error.reason)
    }
  }
}
