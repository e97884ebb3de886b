public import Foundation

/// A folder that holds a checkpoint as Hugging Face and open_clip lay it out.
public struct CheckpointFolder: Sendable {
  /// The file that holds the weights, or the list of the files that do.
  public let checkpoint: URL

  /// The names that are looked for, first come first taken: where a folder holds several, they hold the
  /// same weights, and safetensors are the quickest to open.
  public static let names = [
    "model.safetensors", "model.safetensors.index.json", "open_clip_model.safetensors",
    "pytorch_model.bin", "pytorch_model.bin.index.json", "open_clip_pytorch_model.bin",
  ]

  /// Finds the checkpoint of a folder.
  ///
  /// - Throws: ``CheckpointError/noCheckpoint(folder:expected:)``.
  public init(at folder: URL) throws(CheckpointError) {
    let files = Self.names.map { folder.appending(path: $0, directoryHint: .notDirectory) }
    guard
      let file = files.first(where: {
        FileManager.default.fileExists(atPath: $0.path(percentEncoded: false))
      })
    else { throw .noCheckpoint(folder: folder, expected: Self.names) }
    checkpoint = file
  }

  /// Whether there is a folder at a place.
  static func isFolder(_ place: URL) -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: place.path(percentEncoded: false), isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }
}
