extension PixelMask {
  /// Adds the pixels of another set.
  ///
  /// - Precondition: both have the same size.
  public mutating func formUnion(_ other: PixelMask) {
    combine(with: other) { $0 || $1 }
  }

  /// Removes the pixels of another set.
  ///
  /// - Precondition: both have the same size.
  public mutating func subtract(_ other: PixelMask) {
    combine(with: other) { $0 && !$1 }
  }

  private mutating func combine(
    with other: PixelMask, _ operation: (_ mine: Bool, _ theirs: Bool) -> Bool
  ) {
    precondition(
      width == other.width && height == other.height,
      "A mask of \(width)×\(height) and one of \(other.width)×\(other.height)")
    var cells = pixels.mutableSpan
    let others = other.pixels.span
    for index in 0..<cells.count { cells[index] = operation(cells[index], others[index]) }
  }
}
