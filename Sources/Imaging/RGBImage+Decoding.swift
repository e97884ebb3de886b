public import Foundation

extension RGBImage {
  /// Decodes a PNG or JPEG file to RGB as Pillow's `convert("RGB")` does.
  ///
  /// Gray is repeated in the three channels, a palette is looked up, transparency is dropped
  /// without blending, and CMYK and YCCK become RGB by `(255 − K)·(1 − ink)`, read by Adobe's
  /// convention (255 is no ink). Samples of 16 bits keep their upper byte, gray ones too (Pillow
  /// cuts gray off at 255 instead, which leaves of such a picture nothing but white). Gamma and
  /// colour profiles are ignored, and so is the EXIF orientation, as the reference ignores it: the
  /// pixels stay as they are stored. An index for which the palette has no colour is an error
  /// (Pillow makes it black).
  ///
  /// - Parameter url: The file; its format follows from its first bytes and not from its name.
  /// - Throws: ``ImagingError`` where the file is not a whole, sound image. A JPEG that libjpeg
  ///   would complete with invented pixels is an error.
  public init(contentsOf url: URL) throws(ImagingError) {
    try self.init(decoding: Data(imageFileAt: url), named: url.relativePath)
  }

  /// Decodes the bytes of a PNG or JPEG file, otherwise as ``init(contentsOf:)``.
  ///
  /// - Parameters:
  ///   - data: The bytes of the whole file.
  ///   - file: The name under which errors mention the bytes.
  /// - Throws: ``ImagingError`` where the bytes are not a whole, sound image.
  public init(decoding data: Data, named file: String) throws(ImagingError) {
    let raster = try Raster(decoding: data, as: data.imageFormat(named: file), named: file)
    self.init(
      width: raster.width, height: raster.height, samples: try raster.rgbSamples(named: file))
  }
}
