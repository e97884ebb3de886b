extension PixelSet {
  /// The corners of the polygon around the set, clockwise from the upper left one of its first pixel.
  ///
  /// The polygon runs along the sides of pixels, so that it has whole coordinates, and rasterising it
  /// by COCO's rule gives back the set.
  ///
  /// - Precondition: the set is one of the ``pieces`` of a set.
  var outline: [(x: Int, y: Int)] {
    guard let first = members.firstIndex(of: true) else {
      preconditionFailure("The empty set has no outline")
    }
    let start = (x: first % width, y: first / width)
    var corners = [start]
    var (x, y) = (start.x + 1, start.y)
    var step = (x: 1, y: 0)
    // Along the sides with the set at the right hand.
    while (x, y) != start {
      let right = (x: -step.y, y: step.x)
      let next =
        !self[ahead: (x, y), step, beside: right]
        ? right
        : self[ahead: (x, y), step, beside: (-right.x, -right.y)] ? (-right.x, -right.y) : step
      if next != step { corners.append((x, y)) }
      step = next
      (x, y) = (x + step.x, y + step.y)
    }
    return corners
  }

  /// Whether the pixel that lies ahead of a corner of pixels, on one side of the way, belongs to the set.
  private subscript(
    ahead corner: (x: Int, y: Int), step: (x: Int, y: Int), beside side: (x: Int, y: Int)
  ) -> Bool {
    // Twice the pixel's centre, seen from the corner, is one step ahead and one aside.
    self[
      (2 * corner.x + step.x + side.x - 1) / 2, (2 * corner.y + step.y + side.y - 1) / 2]
  }
}
