import Foundation
import Synchronization

/// The hashes of the files that records are computed from.
///
/// A file that many images share, such as the annotations of a whole data set, is read once.
final class FileHashes: Sendable {
  private let shared: Set<URL>
  private let known = Mutex<[URL: ContentHash]>([:])

  /// Prepares for files, one mention for each image that uses one.
  init(mentioning files: some Sequence<URL>) {
    var once: Set<URL> = []
    var more: Set<URL> = []
    for file in files where !once.insert(file).inserted { more.insert(file) }
    shared = more
  }

  /// The hashes of the files of one image, each read once however many rows use it.
  ///
  /// - Parameter rows: The files of each row of the table, by their role.
  /// - Returns: The hexadecimal digits of each.
  /// - Throws: `ConfigurationError.unreadable` where one cannot be read.
  func hashes(of rows: [[String: URL]]) throws(ConfigurationError) -> [[String: String]] {
    var digits: [URL: String] = [:]
    for file in rows.lazy.flatMap(\.values) where digits[file] == nil {
      digits[file] = try hash(of: file).description
    }
    return rows.map { $0.compactMapValues { digits[$0] } }
  }

  private func hash(of file: URL) throws(ConfigurationError) -> ContentHash {
    guard shared.contains(file) else { return try ContentHash(ofFile: file) }
    if let hash = known.withLock({ $0[file] }) { return hash }
    let hash = try ContentHash(ofFile: file)
    known.withLock { $0[file] = hash }
    return hash
  }
}
