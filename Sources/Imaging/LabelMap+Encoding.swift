public import Foundation

extension LabelMap {
  /// The label map as an index PNG, from which ``init(decoding:named:)`` reads the same labels.
  ///
  /// The file has 8 bits a pixel where no label exceeds 255, and otherwise is gray of 16 bits.
  ///
  /// - Parameter palette: The colours in which viewers show the labels; `nil` for a gray PNG. Of
  ///   more than 256 colours the first 256 are written.
  /// - Returns: The bytes of the file.
  /// - Throws: ``ImagingError/labelOutsidePalette(label:colourCount:)`` where a label has no
  ///   colour, as every label above 255 with any palette.
  public func pngData(palette: Palette? = nil) throws(ImagingError) -> Data {
    let largest = labels.max() ?? 0
    guard let palette else {
      return try largest <= 255
        ? raster(.gray, bitDepth: 8, samples: labels.map(UInt8.init(truncatingIfNeeded:))).pngData()
        : raster(
          .gray, bitDepth: 16,
          samples: labels.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        ).pngData()
    }
    let colours = palette.colours.prefix(256)
    guard Int(largest) < colours.count else {
      throw .labelOutsidePalette(label: Int(largest), colourCount: colours.count)
    }
    return try raster(
      .palette(colours.flatMap { [$0.red, $0.green, $0.blue] }), bitDepth: 8,
      samples: labels.map(UInt8.init(truncatingIfNeeded:))
    ).pngData()
  }

  private func raster(_ colour: Raster.Colour, bitDepth: Int, samples: [UInt8]) -> Raster {
    Raster(width: width, height: height, colour: colour, bitDepth: bitDepth, samples: samples)
  }
}
