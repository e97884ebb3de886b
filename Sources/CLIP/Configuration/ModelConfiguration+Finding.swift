import Checkpoints
import Foundation

extension ModelConfiguration {
  /// Reads the file that lies beside a checkpoint, or gives `nil` where there is none.
  ///
  /// A checkpoint by Hugging Face's names is described by `config.json`; any may be described by
  /// `open_clip_config.json`.
  ///
  /// - Throws: ``CLIPError``: the file cannot be read or asks for what is not implemented.
  init?(beside source: any TensorSource) throws(CLIPError) {
    let folder = source.file.deletingLastPathComponent()
    if source.original.namingScheme == .huggingFace,
      let section = try ConfigurationSection(of: folder, "config.json")
    {
      self = try Self(huggingFace: section, preprocessor: Self.preprocessor(in: folder))
    } else if let section = try ConfigurationSection(of: folder, "open_clip_config.json") {
      self = try Self(openCLIP: section)
    } else {
      return nil
    }
  }

  private static func preprocessor(in folder: URL) throws(CLIPError) -> ConfigurationSection? {
    try ConfigurationSection(of: folder, "preprocessor_config.json")
  }
}

extension ConfigurationSection {
  /// Reads a file of a folder, or gives `nil` where there is none.
  fileprivate init?(of folder: URL, _ name: String) throws(CLIPError) {
    let file = folder.appending(path: name, directoryHint: .notDirectory)
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
      return nil
    }
    guard let data = try? Data(contentsOf: file), data.count <= Self.mostBytes,
      case .object(let members)? = try? JSONDecoder().decode(JSONNode.self, from: data)
    else { throw .unreadableConfiguration(file: file) }
    self.init(file: file, path: "", members: members)
  }

  /// The most bytes of a configuration file; real ones have a few thousand.
  private static var mostBytes: Int { 1 << 20 }
}
