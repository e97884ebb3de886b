import Foundation

/// Where things lie in a PyTorch archive: in one folder, whose name differs from file to file.
struct ArchiveLayout {
  private let folder: String

  /// Finds the folder that holds `data.pkl` and checks that numbers are stored in our byte order.
  init(of archive: ZipArchive) throws(CheckpointError) {
    let folders = archive.entries.compactMap { entry -> Substring? in
      let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[1] == "data.pkl" ? parts[0] : nil
    }
    guard folders.count == 1 else {
      let got =
        folders.isEmpty
        ? "a zip archive of other things (\(archive.entries.count) entries, none NAME/data.pkl)"
        : "\(folders.count) pickles"
      throw .noTensors(file: archive.file, got: got)
    }
    folder = String(folders[0])
    let byteOrder = path("byteorder")
    if archive.entry(named: byteOrder) != nil {
      let text = String(decoding: try archive.contents(of: byteOrder).prefix(16), as: UTF8.self)
      guard text == "little" else { throw .foreignByteOrder(file: archive.file, got: text) }
    }
  }

  /// The full name of an entry.
  func path(_ name: String) -> String { "\(folder)/\(name)" }
}
