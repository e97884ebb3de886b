extension Tensor {
  /// The picture `[H, W, C]` resampled to `[height, width, C]` by ``BilinearAxis``'s rule.
  ///
  /// Rows are blended first, then columns.
  ///
  /// - Precondition: the tensor has three axes and no extent is zero.
  /// - Complexity: O(height · (W + width) · C).
  public func resampledBilinearly(toHeight height: Int, width: Int) -> Tensor {
    precondition(shape.count == 3, "A picture has the shape [H, W, C], not \(shape)")
    let (columns, channels) = (shape[1], shape[2])
    let rows = BilinearAxis(from: shape[0], to: height)
    let taps = BilinearAxis(from: columns, to: width).taps
    let source = elements.span
    var result = Tensor(zeros: [height, width, channels])
    var target = result.elements.mutableSpan
    var blended = [Float](repeating: 0, count: columns * channels)
    for (row, tap) in rows.taps.enumerated() {
      let lower = tap.lower * columns * channels
      let upper = tap.upper * columns * channels
      for index in 0..<blended.count {
        blended[index] =
          source[lower + index] * (1 - tap.upperWeight) + source[upper + index] * tap.upperWeight
      }
      for (column, tap) in taps.enumerated() {
        let start = (row * width + column) * channels
        for channel in 0..<channels {
          target[start + channel] =
            blended[tap.lower * channels + channel] * (1 - tap.upperWeight)
            + blended[tap.upper * channels + channel] * tap.upperWeight
        }
      }
    }
    return result
  }
}
