/// One class that an image shows, and where: what explanations and points are held against.
///
/// Classes may overlap, as instances do. What is neither ``inside`` nor ``void`` is outside.
public struct ClassRegion: Sendable, Equatable {
  /// The position of the class in the class list.
  public let classID: Int

  /// The pixels that show the class.
  public let inside: PixelMask

  /// The pixels that nothing is said of: the data set's own don't-care value and nothing else.
  public let void: PixelMask

  /// Creates a region.
  ///
  /// - Precondition: both masks have the same size and share no pixel.
  public init(classID: Int, inside: PixelMask, void: PixelMask) {
    precondition(
      inside.width == void.width && inside.height == void.height,
      "A region of \(inside.width)×\(inside.height) beside void of \(void.width)×\(void.height)")
    precondition(
      !zip(inside.pixels, void.pixels).contains { $0 && $1 },
      "A pixel is both inside class \(classID) and void")
    self.classID = classID
    self.inside = inside
    self.void = void
  }
}
