public import Foundation

extension LabelMap {
  /// Reads the raw labels of an index PNG: palette indices or gray values of 1 to 16 bits, as
  /// stored.
  ///
  /// Colours, gamma and profiles are never applied. A pixel may have an index for which the palette
  /// has no colour, because label maps in circulation do; what an index means is the label table's
  /// matter.
  ///
  /// - Parameter url: The file; its format follows from its first bytes and not from its name.
  /// - Throws: ``ImagingError``; ``ImagingError/notALabelMap(file:found:)`` for a JPEG and for a
  ///   PNG of colours or with transparency.
  public init(contentsOf url: URL) throws(ImagingError) {
    try self.init(decoding: Data(imageFileAt: url), named: url.relativePath)
  }

  /// Reads the raw labels of the bytes of an index PNG, otherwise as ``init(contentsOf:)``.
  ///
  /// - Parameters:
  ///   - data: The bytes of the whole file.
  ///   - file: The name under which errors mention the bytes.
  /// - Throws: ``ImagingError`` where the bytes are not a whole, sound label map.
  public init(decoding data: Data, named file: String) throws(ImagingError) {
    let format = try data.imageFormat(named: file)
    guard format == .png else {
      throw .notALabelMap(file: file, found: "a JPEG, whose compression changes the values")
    }
    let raster = try Raster(decoding: data, as: format, named: file)
    let found = "a PNG with \(raster.bitDepth)-bit"
    switch raster.colour {
    case .gray, .palette: break
    case .grayAlpha: throw .notALabelMap(file: file, found: "\(found) gray and transparency")
    case .rgb: throw .notALabelMap(file: file, found: "\(found) RGB colours")
    case .rgba: throw .notALabelMap(file: file, found: "\(found) RGB colours and transparency")
    case .cmyk: throw .notALabelMap(file: file, found: "\(found) CMYK colours")
    }
    self.init(width: raster.width, height: raster.height, labels: raster.labels)
  }
}

extension Raster {
  /// One number a pixel from samples of a single channel.
  fileprivate var labels: [UInt16] {
    guard bitDepth == 16 else { return samples.map(UInt16.init) }
    return stride(from: 0, to: samples.count, by: 2).map {
      UInt16(samples[$0]) << 8 | UInt16(samples[$0 + 1])
    }
  }
}
