extension RGBImage {
  /// The picture with the colours of scores laid over it.
  ///
  /// A score becomes the nearest of 256 levels and takes its colour; the mixing is that of
  /// ``overlaid(with:palette:opacity:)``.
  ///
  /// - Parameters:
  ///   - scores: One score a pixel, row by row, from 0 to 1.
  ///   - palette: The colours.
  ///   - opacity: From 0, the picture alone, to 1, the colours alone.
  /// - Returns: The mixed picture.
  /// - Precondition: there are as many scores as pixels, each from 0 to 1, and the opacity lies in 0…1.
  public func overlaid(
    withScores scores: [Float], palette: HeatPalette, opacity: Double
  ) -> RGBImage {
    precondition(
      scores.count == width * height,
      "\(scores.count) scores on an image of \(width) × \(height) pixels")
    let levels = scores.map { score in
      precondition((0...1).contains(score), "A score is 0…1, not \(score)")
      return UInt16((score * 255).rounded())
    }
    return overlaid(
      with: LabelMap(width: width, height: height, labels: levels), palette: palette.palette,
      opacity: opacity)
  }
}
