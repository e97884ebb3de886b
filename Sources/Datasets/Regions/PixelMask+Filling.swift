extension PixelMask {
  /// Adds pixels that follow one another down the columns, from the left column to the right one.
  ///
  /// - Parameter range: Positions in that order: pixel (x, y) has the position `x · height + y`.
  mutating func fill(columnMajor range: Range<Int>) {
    let (width, height) = (width, height)
    var cells = pixels.mutableSpan
    var position = range.lowerBound
    while position < range.upperBound {
      let (column, row) = position.quotientAndRemainder(dividingBy: height)
      let end = min(height, row + range.upperBound - position)
      var cell = row * width + column
      for _ in row..<end {
        cells[cell] = true
        cell += width
      }
      position += end - row
    }
  }
}
