import Checkpoints
public import Foundation

/// The files of a checkpoint and the hash of what is in them.
public struct CheckpointFiles: Sendable, Equatable {
  /// The file that is opened: the weights, or the list of the files that hold them.
  public let checkpoint: URL

  /// Every file that holds weights, and first the list of them where there is one.
  public let files: [URL]

  /// The SHA-256 of the file; of several, that of the lines `hash  name` that `sha256sum` prints of
  /// them, the list first, then the others by name.
  public let hash: ContentHash

  /// The number of bytes of all files.
  public let byteCount: Int

  /// Hashes the checkpoint at a place, a file or a folder of Hugging Face's or open_clip's.
  ///
  /// - Throws: `CheckpointError` where a folder holds no checkpoint or a list of files cannot be read,
  ///   `ConfigurationError.unreadable` where a file cannot be.
  /// - Complexity: O(n): reads everything once.
  public init(at place: URL) throws {
    checkpoint = try CheckpointFile.checkpoint(at: place)
    files = try CheckpointFile.weightFiles(of: checkpoint)
    let hashes = try files.map { try ContentHash(ofFile: $0) }
    hash =
      hashes.count == 1
      ? hashes[0]
      : ContentHash(
        of: zip(hashes, files).map { "\($0)  \($1.lastPathComponent)\n" }.joined())
    byteCount = try files.reduce(0) { total, file in
      // Hugging Face's cache holds links; their own size is of no interest.
      let values = try file.resolvingSymlinksInPath().resourceValues(forKeys: [.fileSizeKey])
      return total + (values.fileSize ?? 0)
    }
  }
}
