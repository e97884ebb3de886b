public import Foundation

extension RGBImage {
  /// The picture as an 8-bit RGB PNG, which loses nothing.
  ///
  /// - Returns: The bytes of the file.
  /// - Throws: ``ImagingError/unencodable(format:reason:)`` where there is not enough memory.
  public func pngData() throws(ImagingError) -> Data {
    try raster.pngData()
  }

  /// The picture as a baseline JPEG in YCbCr.
  ///
  /// - Parameters:
  ///   - quality: libjpeg's quality, 1…100.
  ///   - subsampling: How many pixels share a colour sample.
  /// - Returns: The bytes of the file.
  /// - Throws: ``ImagingError/unencodable(format:reason:)`` where a side exceeds the 65,500 pixels
  ///   that a JPEG can have.
  public func jpegData(
    quality: Int, subsampling: ChromaSubsampling = .both
  ) throws(ImagingError) -> Data {
    precondition((1...100).contains(quality), "A JPEG's quality is 1…100, not \(quality)")
    return try raster.jpegData(quality: quality, subsampling: subsampling)
  }

  private var raster: Raster {
    Raster(width: width, height: height, colour: .rgb, bitDepth: 8, samples: samples)
  }
}
