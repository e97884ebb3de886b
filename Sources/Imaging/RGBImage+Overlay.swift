extension RGBImage {
  /// The picture with the colours of labels laid over it.
  ///
  /// Each sample becomes `picture · (1 − opacity) + colour · opacity`, rounded to the nearest.
  /// Pixels of ``LabelMap/ignored`` keep the picture's colour.
  ///
  /// - Parameters:
  ///   - labels: One label a pixel, of the picture's size.
  ///   - palette: The colours, one for each label.
  ///   - opacity: From 0, the picture alone, to 1, the colours alone.
  /// - Returns: The mixed picture.
  /// - Precondition: the sizes agree, every label but the ignored one has a colour, and the opacity
  ///   lies in 0…1.
  public func overlaid(
    with labels: LabelMap, palette: Palette = .pascalVOC, opacity: Double = 0.5
  ) -> RGBImage {
    precondition(
      labels.width == width && labels.height == height,
      "Labels of \(labels.width) × \(labels.height) pixels on an image of \(width) × \(height)")
    precondition((0...1).contains(opacity), "Opacity is 0…1, not \(opacity)")
    let shares = palette.colours.map { colour in
      SIMD3(Double(colour.red), Double(colour.green), Double(colour.blue)) * opacity
    }
    var result = samples
    for (pixel, label) in labels.labels.enumerated() where label != LabelMap.ignored {
      precondition(
        Int(label) < shares.count, "Label \(label) has no colour in a palette of \(shares.count)")
      for channel in 0..<3 {
        let index = 3 * pixel + channel
        let mixed = Double(samples[index]) * (1 - opacity) + shares[Int(label)][channel]
        result[index] = UInt8(mixed.rounded())
      }
    }
    return RGBImage(width: width, height: height, samples: result)
  }
}
