/// An 8-bit RGB picture, three interleaved samples a pixel, rows from the top.
public struct RGBImage: Sendable, Equatable {
  /// The number of pixels in a row.
  public let width: Int

  /// The number of rows.
  public let height: Int

  /// The samples `[height, width, 3]`, row-major, red first.
  public let samples: [UInt8]

  /// Creates a picture over the given samples.
  ///
  /// - Precondition: both sides are positive and `samples.count == height * width * 3`.
  public init(width: Int, height: Int, samples: [UInt8]) {
    precondition(width > 0 && height > 0, "An image of \(width) × \(height) pixels has no pixels")
    precondition(
      samples.count == width * height * 3,
      "An image of \(width) × \(height) pixels holds \(width * height * 3) samples, not \(samples.count)"
    )
    self.width = width
    self.height = height
    self.samples = samples
  }
}
