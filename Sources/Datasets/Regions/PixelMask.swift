/// A set of pixels of one image.
public struct PixelMask: Sendable, Equatable {
  /// The width of the image in pixels.
  public let width: Int

  /// The height of the image in pixels.
  public let height: Int

  /// Whether each pixel belongs to the set, `[height, width]`, row-major.
  public var pixels: [Bool]

  /// Creates a mask.
  ///
  /// - Parameters:
  ///   - width: The width of the image in pixels.
  ///   - height: The height of the image in pixels.
  ///   - pixels: Whether each pixel belongs to the set, row-major.
  /// - Precondition: there are `width · height` pixels.
  public init(width: Int, height: Int, pixels: [Bool]) {
    precondition(
      pixels.count == width * height,
      "\(pixels.count) pixels do not make a mask of \(width)×\(height)")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Creates the empty set.
  public init(width: Int, height: Int) {
    self.init(
      width: width, height: height, pixels: Array(repeating: false, count: width * height))
  }

  /// How many pixels belong to the set.
  public var count: Int { pixels.count(where: \.self) }
}
