public import Foundation

/// Where the maps of one image go: into one picture, or as many into a folder.
public enum PicturePlace: Sendable {
  /// One picture of all panels.
  case file(PictureFile)

  /// A picture a panel and a map.
  case folder(PictureFolder)

  /// Takes a place, a file where its name ends in `.png`, and says before anything is computed whether it
  /// is free.
  ///
  /// - Parameters:
  ///   - url: The place.
  ///   - overwrites: Whether what lies there is replaced; other files of a folder stay.
  /// - Throws: ``ExplanationError/notPNG(_:)``, ``ExplanationError/exists(_:)``.
  public init(at url: URL, overwriting overwrites: Bool) throws(ExplanationError) {
    self =
      url.namesPNG
      ? .file(try PictureFile(at: url, overwriting: overwrites))
      : .folder(try PictureFolder(at: url, overwriting: overwrites))
  }
}
