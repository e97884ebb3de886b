extension Raster {
  /// The samples `[height, width, 3]` that Pillow's `convert("RGB")` gives.
  ///
  /// - Throws: ``ImagingError/indexOutsidePalette(file:index:colourCount:)``.
  func rgbSamples(named file: String) throws(ImagingError) -> [UInt8] {
    let bytes = eightBitSamples
    switch colour {
    case .rgb:
      return bytes
    case .rgba:
      return rgbSamples(fromChannels: 4) { (bytes[$0], bytes[$0 + 1], bytes[$0 + 2]) }
    case .gray:
      return rgbSamples(fromChannels: 1) { (bytes[$0], bytes[$0], bytes[$0]) }
    case .grayAlpha:
      return rgbSamples(fromChannels: 2) { (bytes[$0], bytes[$0], bytes[$0]) }
    case .cmyk:
      return rgbSamples(fromChannels: 4) {
        let black = bytes[$0 + 3]
        return (
          bytes[$0].shaded(by: black), bytes[$0 + 1].shaded(by: black),
          bytes[$0 + 2].shaded(by: black)
        )
      }
    case .palette(let colours):
      let colourCount = colours.count / 3
      if let index = bytes.max(), Int(index) >= colourCount {
        throw .indexOutsidePalette(file: file, index: Int(index), colourCount: colourCount)
      }
      return rgbSamples(fromChannels: 1) {
        let start = 3 * Int(bytes[$0])
        return (colours[start], colours[start + 1], colours[start + 2])
      }
    }
  }

  /// The samples in one byte each.
  ///
  /// Of 16 bits the upper byte is kept, gray of fewer than 8 is stretched to 0…255, and indices
  /// stay as they are.
  private var eightBitSamples: [UInt8] {
    if bitDepth == 16 { return stride(from: 0, to: samples.count, by: 2).map { samples[$0] } }
    guard bitDepth < 8, colour == .gray else { return samples }
    let factor = UInt8(255 / ((1 << bitDepth) - 1))
    return samples.map { $0 * factor }
  }

  /// Makes red, green and blue of each pixel from the position of its first sample.
  private func rgbSamples(
    fromChannels channelCount: Int, _ convert: (Int) -> (UInt8, UInt8, UInt8)
  ) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: width * height * 3)
    for pixel in 0..<width * height {
      let (red, green, blue) = convert(pixel * channelCount)
      result[3 * pixel] = red
      result[3 * pixel + 1] = green
      result[3 * pixel + 2] = blue
    }
    return result
  }
}

extension UInt8 {
  /// One primary of a CMYK pixel in Adobe's inverted form, under its black.
  ///
  /// Pillow takes the black's light and subtracts from it the ink's share of that light, which it
  /// rounds to the nearest; here both samples are light already.
  fileprivate func shaded(by black: UInt8) -> UInt8 {
    let product = Int(255 - self) * Int(black) + 128
    return black - UInt8((product + product >> 8) >> 8)
  }
}
