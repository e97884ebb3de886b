import Checkpoints
public import Foundation

extension Baseline {
  /// Reads the baseline of a file, or of the folder of a run.
  ///
  /// - Throws: ``RunFolderError`` when there is none, or none that this program can read.
  public init(contentsOf url: URL) throws(RunFolderError) {
    self = try StoredJSON.value(
      Baseline.self, contentsOf: StoredJSON.resultFile(at: url),
      upToVersion: Self.currentSchemaVersion)
  }

  /// Writes the file whole, in place of one that is there.
  ///
  /// - Throws: ``RunFolderError/unwritable(_:reason:)``.
  public func write(to file: URL) throws(RunFolderError) {
    let data: Data
    do {
      data = try StoredJSON.data(of: self)
    } catch {
      throw .unwritable(file, reason: error.reason)
    }
    try Self.write(data, to: file)
  }

  /// Writes bytes whole, in a folder that is made where it is missing.
  static func write(_ data: Data, to file: URL) throws(RunFolderError) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file, options: .atomic)
    } catch {
      throw .unwritable(file, reason: error.reason)
    }
  }
}
