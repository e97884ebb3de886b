/// The samples of a picture as a file stores them, before anything gives them a meaning.
struct Raster: Equatable {
  /// What the samples of a pixel are, in their order.
  enum Colour: Equatable {
    case gray
    case grayAlpha
    /// One index a pixel into the colours `[count, 3]`.
    case palette([UInt8])
    case rgb
    case rgba
    /// As stored: by Adobe's convention 255 is no ink.
    case cmyk
  }

  /// More pixels than this are not decoded: 2²⁸, the size of five 50-megapixel photographs.
  static let pixelLimit = 1 << 28

  let width: Int

  let height: Int

  let colour: Colour

  /// Bits of a sample in the file: 1, 2, 4, 8 or 16.
  let bitDepth: Int

  /// The samples `[height, width, channels]`, row-major.
  ///
  /// A sample takes one byte, or two where `bitDepth` is 16, the most significant first. One of
  /// fewer than 8 bits is not stretched to 0…255.
  let samples: [UInt8]
}
