extension RGBImage {
  /// The picture with filled discs drawn on it, each with a white rim of a third of its radius.
  ///
  /// Discs that lie over each other are drawn in order; what lies beyond the picture's edge is left out.
  ///
  /// - Parameters:
  ///   - centres: The middles of the discs, in pixels from the upper left corner.
  ///   - radius: The radius in pixels, rim included.
  ///   - colour: The colour inside the rim.
  /// - Returns: The picture with the discs.
  /// - Precondition: the radius is 1 or more.
  public func drawing(
    discsAt centres: [(x: Int, y: Int)], radius: Int, colour: Palette.Colour
  ) -> RGBImage {
    precondition(radius >= 1, "A disc of radius \(radius) has no pixels")
    let inner = max(1, radius - (radius + 2) / 3)
    var result = samples
    for centre in centres {
      for y in max(0, centre.y - radius)..<max(0, min(height, centre.y + radius + 1)) {
        for x in max(0, centre.x - radius)..<max(0, min(width, centre.x + radius + 1)) {
          let (across, down) = (x - centre.x, y - centre.y)
          let distance = across * across + down * down
          guard distance <= radius * radius else { continue }
          let start = 3 * (y * width + x)
          let inside = distance <= inner * inner
          result[start] = inside ? colour.red : 255
          result[start + 1] = inside ? colour.green : 255
          result[start + 2] = inside ? colour.blue : 255
        }
      }
    }
    return RGBImage(width: width, height: height, samples: result)
  }
}
