import Checkpoints
public import Foundation
public import Imaging

/// A folder of pictures that shows at its place when all of them are written.
public struct PictureFolder: Sendable {
  /// The folder.
  public let url: URL

  /// The formats in which somebody may expect one picture; none of them is a folder's suffix.
  private static let pictureSuffixes: Set = [
    "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "pdf", "svg",
  ]

  /// Takes a place, and says before anything is computed whether it is free.
  ///
  /// - Parameters:
  ///   - url: The folder.
  ///   - overwrites: Whether pictures of the same names are replaced where the folder is there; its
  ///     other files stay.
  /// - Throws: ``ExplanationError/notPNG(_:)``, ``ExplanationError/exists(_:)``.
  public init(at url: URL, overwriting overwrites: Bool) throws(ExplanationError) {
    guard !Self.pictureSuffixes.contains(url.pathExtension.lowercased()) else {
      throw .notPNG(url)
    }
    guard overwrites || !url.isOccupied else { throw .exists(url) }
    self.url = url
  }

  /// Writes the pictures, one at a time in memory.
  ///
  /// - Parameters:
  ///   - names: The pictures' file names, all different.
  ///   - picture: Draws the picture of a name by its place.
  /// - Returns: The files.
  /// - Throws: ``ExplanationError/unwritable(_:reason:)``, or an imaging error; the folder is then as it
  ///   was.
  public func write(_ names: [String], picture: (Int) throws -> RGBImage) throws -> [URL] {
    let files = FileManager.default
    let draft = url.deletingLastPathComponent().appending(
      path: ".\(url.lastPathComponent).\(UUID().uuidString)", directoryHint: .isDirectory)
    try orUnwritable { try files.createDirectory(at: draft, withIntermediateDirectories: true) }
    defer { try? files.removeItem(at: draft) }
    for (place, name) in names.enumerated() {
      let data = try picture(place).pngData()
      try orUnwritable { try data.write(to: draft.appending(path: name)) }
    }
    let written = names.map { url.appending(path: $0) }
    guard url.isOccupied else {
      try orUnwritable { try files.moveItem(at: draft, to: url) }
      return written
    }
    for (name, file) in zip(names, written) {
      try orUnwritable {
        try Data(contentsOf: draft.appending(path: name)).write(to: file, options: .atomic)
      }
    }
    return written
  }

  private func orUnwritable(_ body: () throws -> Void) throws(ExplanationError) {
    do {
      try body()
    } catch {
      throw .unwritable(url, reason: error.reason)
    }
  }
}
