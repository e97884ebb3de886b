import Checkpoints
public import Foundation

extension Baseline {
  /// Reads the baseline of a file, or of the folder of a run.
  ///
  /// - Throws: ``RunFolderError`` when there is none, or none that this program can read.
  public init(contentsOf url: URL) throws(RunFolderError) {
    var file = url
    if url.hasDirectoryPath || url.pathExtension != "json" { file.append(path: "result.json") }
    struct Form: Decodable {
      let schemaVersion: Int
    }
    do {
      let data = try Data(contentsOf: file)
      let version = try JSONDecoder().decode(Form.self, from: data).schemaVersion
      guard version <= Self.currentSchemaVersion else {
        throw RunFolderError.newerSchema(
          file, got: version, expected: Self.currentSchemaVersion)
      }
      self = try JSONDecoder().decode(Baseline.self, from: data)
    } catch let error as RunFolderError {
      throw error
    } catch {
      throw .unreadable(file, reason: "\(error)")
    }
  }

  /// Writes the file whole, in place of one that is there.
  ///
  /// - Throws: ``RunFolderError/unwritable(_:reason:)``.
  public func write(to file: URL) throws(RunFolderError) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (encoder.encode(self) + Data("\n".utf8)).write(to: file, options: .atomic)
    } catch {
      throw .unwritable(file, reason: error.reason)
    }
  }
}
