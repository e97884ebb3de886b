import Checkpoints
public import Foundation
public import Imaging

/// The place of one picture, which is written whole or not at all.
public struct PictureFile: Sendable {
  /// The file.
  public let url: URL

  /// Takes a place, and says before anything is computed whether it is free.
  ///
  /// - Parameters:
  ///   - url: The file.
  ///   - overwrites: Whether a file that lies there is replaced.
  /// - Throws: ``ExplanationError/notPNG(_:)``, ``ExplanationError/exists(_:)``.
  public init(at url: URL, overwriting overwrites: Bool) throws(ExplanationError) {
    guard url.namesPNG else { throw .notPNG(url) }
    guard overwrites || !url.isOccupied else { throw .exists(url) }
    self.url = url
  }

  /// Writes the picture.
  ///
  /// - Throws: ``ExplanationError/unwritable(_:reason:)``, or an imaging error.
  public func write(_ picture: RGBImage) throws {
    let data = try picture.pngData()
    do {
      try data.write(to: url, options: .atomic)
    } catch {
      throw ExplanationError.unwritable(url, reason: error.reason)
    }
  }
}

extension URL {
  /// Whether the name is that of a PNG.
  var namesPNG: Bool { pathExtension.lowercased() == "png" }

  /// Whether something lies there.
  var isOccupied: Bool {
    FileManager.default.fileExists(atPath: path(percentEncoded: false))
  }
}
