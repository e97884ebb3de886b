extension Outline {
  /// The rows the outline reaches, as the smallest and the largest `y`.
  var verticalExtent: ClosedRange<Double> {
    switch self {
    case .ellipse(let centre, _, let verticalRadius):
      return (centre.y - verticalRadius)...(centre.y + verticalRadius)
    case .polygon(let corners):
      var lowest = Double.infinity
      var highest = -Double.infinity
      for corner in corners {
        lowest = min(lowest, corner.y)
        highest = max(highest, corner.y)
      }
      return lowest <= highest ? lowest...highest : 0...0
    }
  }

  /// The stretches of the row at `y` that lie inside, from left to right.
  ///
  /// Only additions, multiplications, divisions and square roots are used, which IEEE 754 rounds the
  /// same on every machine.
  func spans(at y: Double) -> [ClosedRange<Double>] {
    switch self {
    case .ellipse(let centre, let horizontalRadius, let verticalRadius):
      let offset = (y - centre.y) / verticalRadius
      let remainder = 1 - offset * offset
      guard remainder > 0 else { return [] }
      let reach = horizontalRadius * remainder.squareRoot()
      return [(centre.x - reach)...(centre.x + reach)]
    case .polygon(let corners):
      var crossings: [Double] = []
      guard var previous = corners.last else { return [] }
      for corner in corners {
        if (previous.y <= y) != (corner.y <= y) {
          let share = (y - previous.y) / (corner.y - previous.y)
          crossings.append(previous.x + share * (corner.x - previous.x))
        }
        previous = corner
      }
      crossings.sort()
      return stride(from: 0, to: crossings.count - 1, by: 2).map {
        crossings[$0]...crossings[$0 + 1]
      }
    }
  }
}
