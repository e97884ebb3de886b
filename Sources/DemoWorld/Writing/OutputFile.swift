internal import Foundation
internal import Imaging

/// Writing with errors that name the file.
enum OutputFile {
  /// Creates a folder and those it lies in.
  static func createFolder(_ folder: URL) throws(DemoWorldError) {
    try attempt(at: folder) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
  }

  /// Writes a whole file.
  static func write(_ data: Data, to file: URL) throws(DemoWorldError) {
    try attempt(at: file) { try data.write(to: file) }
  }

  /// Writes a picture as PNG.
  static func write(_ image: RGBImage, to file: URL) throws(DemoWorldError) {
    try write(
      encoded { () throws(ImagingError) in try image.pngData() }, to: file)
  }

  /// Writes a label map as an index PNG, with colours or gray.
  static func write(
    _ map: LabelMap, to file: URL, palette: Palette? = nil
  ) throws(DemoWorldError) {
    try write(
      encoded { () throws(ImagingError) in try map.pngData(palette: palette) }, to: file)
  }

  /// Writes lines, each with its line end.
  static func write(lines: [String], to file: URL) throws(DemoWorldError) {
    try write(Data(lines.map { $0 + "\n" }.joined().utf8), to: file)
  }

  /// Does something to a file or folder and gives its failure the file's name.
  static func attempt<Result>(
    at file: URL, _ action: () throws -> Result
  ) throws(DemoWorldError) -> Result {
    do {
      return try action()
    } catch {
      throw .unwritable(
        file: file.path(percentEncoded: false), reason: error.localizedDescription)
    }
  }

  private static func encoded(
    _ encode: () throws(ImagingError) -> Data
  ) throws(DemoWorldError) -> Data {
    do throws(ImagingError) {
      return try encode()
    } catch {
      throw .imaging(error)
    }
  }
}
