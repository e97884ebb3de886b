public import Foundation
import Imaging

extension HeatMaps {
  /// The most pixels of a picture that holds the panels of all texts.
  static let panelPixelLimit = 1 << 28

  /// Writes the panels of all texts, or the panels and maps one by one.
  ///
  /// - Parameters:
  ///   - texts: The texts, which give files in a folder their names.
  ///   - methods: The methods' names.
  ///   - place: Where the pictures go.
  /// - Returns: The files.
  /// - Throws: ``ExplanationError``, or an imaging error.
  public func write(
    texts: [String], methods: [String], to place: PicturePlace
  ) throws -> [URL] {
    switch place {
    case .file(let file):
      try writePanel(ofTexts: texts.count, to: file)
      return [file.url]
    case .folder(let folder):
      return try write(texts: texts, methods: methods, to: folder)
    }
  }

  /// Writes the panels of all texts into one picture, one below the other.
  ///
  /// - Throws: ``ExplanationError``, or an imaging error.
  func writePanel(ofTexts textCount: Int, to file: PictureFile) throws {
    let pixels = panelPixelCount(textCount: textCount)
    guard pixels <= Self.panelPixelLimit else {
      throw ExplanationError.panelTooLarge(pixels: pixels, limit: Self.panelPixelLimit)
    }
    try file.write(panel(ofTexts: 0..<textCount))
  }

  /// Writes a folder of pictures: for each text the panel as `<number>-<text>.png`, and each method's
  /// map at the image's own size as `<number>-<text>.<method>.png`.
  ///
  /// - Parameters:
  ///   - texts: The texts, which give the files their names.
  ///   - methods: The methods' names.
  ///   - folder: Where the pictures go.
  /// - Returns: The files in that order.
  /// - Throws: ``ExplanationError``, or an imaging error.
  func write(
    texts: [String], methods: [String], to folder: PictureFolder
  ) throws -> [URL] {
    let stems = PictureName.stems(of: texts)
    let pictures = texts.indices.flatMap { text in
      [(name: "\(stems[text]).png", text: text, method: Int?.none)]
        + methods.indices.map {
          (name: "\(stems[text]).\(methods[$0]).png", text: text, method: $0)
        }
    }
    return try folder.write(pictures.map(\.name)) { place in
      let (_, text, method) = pictures[place]
      return method.map { overlay(method: $0, text: text) } ?? panel(ofTexts: [text])
    }
  }
}
