extension PixelMask {
  /// Adds the pixels inside an outline, the same that COCO's own tools give it.
  ///
  /// Corners are moved to the points of a grid five times as fine as the pixels, and joined by lines of
  /// such points. Where a line goes from the middle point of a column of pixels to the next point right
  /// of it, or back, the column turns from outside to inside or back: from the first row whose middle
  /// is not above the upper of the two points. So parts that are surrounded twice are outside, lines
  /// beside the image turn nothing, and lines above or below it turn a column at its end.
  ///
  /// COCO's own tools compute every point of a line; here only those beside the middle of a column
  /// are, because no other matters.
  ///
  /// - Complexity: O(edges · width · log height) at most, and the pixels inside.
  mutating func fill(_ outline: PolygonOutline) {
    let corners = outline.fineCorners
    var turns: [Int] = []
    for (corner, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      FineLine(from: corner, to: next).eachTurn(width: width) { column, fineRow in
        let row = fineRow < 0 ? 0 : min((fineRow + FinePoint.middle) / FinePoint.scale, height)
        turns.append(column * height + row)
      }
    }
    turns.sort()
    for index in stride(from: 1, to: turns.count, by: 2) {
      fill(columnMajor: turns[index - 1]..<turns[index])
    }
  }
}

extension PolygonOutline {
  /// The corners, moved to points of the fine grid.
  fileprivate var fineCorners: [FinePoint] {
    // Cutting towards zero rounds coordinates below zero up; COCO's tools do it.
    let fine = coordinates.map { Int(Double(FinePoint.scale) * $0 + 0.5) }
    return stride(from: 0, to: fine.count, by: 2).map { FinePoint(x: fine[$0], y: fine[$0 + 1]) }
  }
}

/// A point of the fine grid.
private struct FinePoint {
  /// How many points lie side by side in a pixel.
  static let scale = 5

  /// The point in the middle of a pixel, counted from its first one.
  static let middle = 2

  var x: Int
  var y: Int
}

/// The points of the fine grid that stand for a straight line: one for each step along its longer side.
private struct FineLine {
  /// The end with the smaller coordinate along the longer side.
  private let start: FinePoint

  private let isSteep: Bool
  private let stepCount: Int

  /// How far a step leads along the shorter side.
  private let slope: Double

  init(from first: FinePoint, to second: FinePoint) {
    let width = abs(second.x - first.x)
    let height = abs(second.y - first.y)
    isSteep = height > width
    stepCount = max(width, height)
    let isReversed = isSteep ? first.y > second.y : first.x > second.x
    start = isReversed ? second : first
    let end = isReversed ? first : second
    slope = Double(isSteep ? end.x - start.x : end.y - start.y) / Double(max(stepCount, 1))
  }

  private func point(atStep step: Int) -> FinePoint {
    // In this order and cut towards zero, as COCO's tools compute it: the last bit decides.
    let shorter = Double(isSteep ? start.x : start.y) + slope * Double(step) + 0.5
    return isSteep
      ? FinePoint(x: Int(shorter), y: start.y + step)
      : FinePoint(x: start.x + step, y: Int(shorter))
  }

  /// Calls a function for each column of pixels through whose middle the line goes, with the upper of
  /// the two points beside the middle.
  func eachTurn(width: Int, _ body: (_ column: Int, _ fineRow: Int) -> Void) {
    let ends = [point(atStep: 0).x, point(atStep: stepCount).x]
    let (left, right) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    // Columns whose middle point and the one right of it both lie between the ends.
    let first = max(0, (left + FinePoint.middle) / FinePoint.scale)
    let last = min(width - 1, (right - FinePoint.middle - 1) / FinePoint.scale)
    guard right > FinePoint.middle, first <= last else { return }
    for column in first...last {
      let middle = column * FinePoint.scale + FinePoint.middle
      let step = step(right: middle)
      body(column, min(point(atStep: step).y, point(atStep: step + 1).y))
    }
  }

  /// The step before the line goes from one point of a row to the next one, in either direction.
  private func step(right x: Int) -> Int {
    guard isSteep else { return x - start.x }
    // A step never leads back, also when rounded, so the place can be found by halving.
    var (before, after) = (0, stepCount)
    while after - before > 1 {
      let step = (before + after) / 2
      if (point(atStep: step).x <= x) == (slope > 0) { before = step } else { after = step }
    }
    return before
  }
}
