public import Foundation

/// What the first bytes of an image file say of it: its format and its size.
///
/// No sample is decoded, so a data set can be checked quickly; a file whose header is sound may
/// still be cut off or corrupt behind it.
public struct ImageHeader: Sendable, Equatable {
  /// The format, by the file's first bytes and not by its name.
  public let format: ImageFormat

  /// The number of pixels in a row.
  public let width: Int

  /// The number of rows.
  public let height: Int

  /// Reads the header of a PNG or JPEG file.
  ///
  /// - Parameter url: The file.
  /// - Throws: ``ImagingError`` where the file is neither or ends inside the header.
  /// - Complexity: a JPEG's size may stand behind large texts and previews, which are stepped over;
  ///   no more than these steps is read from the disk.
  public init(contentsOf url: URL) throws(ImagingError) {
    try self.init(decoding: Data(imageFileAt: url), named: url.relativePath)
  }

  /// Reads the header of the bytes of a PNG or JPEG file.
  ///
  /// - Parameters:
  ///   - data: The bytes of the file, at least those of its header.
  ///   - file: The name under which errors mention the bytes.
  /// - Throws: ``ImagingError`` where the bytes are neither or end inside the header.
  public init(decoding data: Data, named file: String) throws(ImagingError) {
    let format = try data.imageFormat(named: file)
    var bytes = HeaderBytes(data, format: format, file: file)
    let (width, height) =
      switch format {
      case .png: try bytes.sizeInPNG()
      case .jpeg: try bytes.sizeInJPEG()
      }
    guard width > 0, height > 0 else {
      throw .corrupt(
        file: file, format: format, reason: "it declares a size of \(width) × \(height) pixels")
    }
    self.format = format
    self.width = width
    self.height = height
  }
}
