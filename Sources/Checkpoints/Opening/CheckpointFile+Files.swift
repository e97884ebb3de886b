public import Foundation

extension CheckpointFile {
  /// The file that is opened at a place: the place itself, or where it is a folder, the file in it.
  ///
  /// - Throws: ``CheckpointError/noCheckpoint(folder:expected:)`` where a folder holds none.
  public static func checkpoint(at place: URL) throws(CheckpointError) -> URL {
    CheckpointFolder.isFolder(place) ? try CheckpointFolder(at: place).checkpoint : place
  }

  /// Every file that a checkpoint consists of: itself, and the files that it lists, sorted by name.
  ///
  /// No weights are read, and nothing but a list is looked into.
  ///
  /// - Parameter checkpoint: A file, no folder.
  /// - Returns: The file, and behind it those that it lists.
  /// - Throws: ``CheckpointError``: the file cannot be read, or it is a list that is not sound.
  public static func weightFiles(of checkpoint: URL) throws(CheckpointError) -> [URL] {
    guard CheckpointSignature(of: try Data(mapping: checkpoint)) == .shardIndex else {
      return [checkpoint]
    }
    let folder = checkpoint.deletingLastPathComponent()
    return try [checkpoint]
      + ShardedCheckpoint.fileNames(in: checkpoint).map {
        folder.appending(path: $0, directoryHint: .notDirectory)
      }
  }
}
