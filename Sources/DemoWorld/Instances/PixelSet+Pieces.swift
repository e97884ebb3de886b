extension PixelSet {
  /// The set in pieces that hang together by the sides of pixels and have no holes.
  ///
  /// A polygon has no hole: a piece that has one is cut in two there, as by an annotator.
  var pieces: [PixelSet] {
    components.flatMap { component in
      guard let column = component.firstColumnWithHole else { return [component] }
      return component.cut(after: column).flatMap(\.pieces)
    }
  }

  /// The largest parts whose pixels can be reached from each other by the sides of pixels, in the order
  /// of their first pixels.
  private var components: [PixelSet] {
    var left = self
    var components: [PixelSet] = []
    for row in 0..<height {
      for column in 0..<width where left[column, row] {
        var component = PixelSet(width: width, height: height)
        var pending = [(column, row)]
        left[column, row] = false
        while let (x, y) = pending.popLast() {
          component[x, y] = true
          for (nextX, nextY) in [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
          where left[nextX, nextY] {
            left[nextX, nextY] = false
            pending.append((nextX, nextY))
          }
        }
        components.append(component)
      }
    }
    return components
  }

  /// The leftmost column in which pixels lie that the set encloses; `nil` where it encloses none.
  ///
  /// Pixels of the set that touch only at a corner enclose nothing.
  private var firstColumnWithHole: Int? {
    // A frame of one pixel around the picture is outside and joins what is.
    let (columns, rows) = (-1...width, -1...height)
    var isOutside = Array(
      repeating: Array(repeating: false, count: rows.count), count: columns.count)
    var pending = [(-1, -1)]
    isOutside[0][0] = true
    while let (x, y) = pending.popLast() {
      for nextX in x - 1...x + 1 where columns.contains(nextX) {
        for nextY in y - 1...y + 1 where rows.contains(nextY) {
          guard !isOutside[nextX + 1][nextY + 1], !self[nextX, nextY] else { continue }
          isOutside[nextX + 1][nextY + 1] = true
          pending.append((nextX, nextY))
        }
      }
    }
    return (0..<width).first { column in
      (0..<height).contains { !isOutside[column + 1][$0 + 1] && !self[column, $0] }
    }
  }

  /// The part of the set up to a column, and that behind it.
  private func cut(after last: Int) -> [PixelSet] {
    [0...last, last + 1...width].map { columns in
      PixelSet(
        width: width, height: height,
        members: members.indices.map { members[$0] && columns.contains($0 % width) })
    }
  }
}
