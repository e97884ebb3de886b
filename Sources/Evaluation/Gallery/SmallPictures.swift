import Imaging

extension LabelMap {
  /// The map at another size, every pixel with the label of the one under its centre.
  func resized(toWidth newWidth: Int, height newHeight: Int) -> LabelMap {
    LabelMap(
      width: newWidth, height: newHeight,
      labels: (0..<newHeight).flatMap { row in
        let start = (2 * row + 1) * height / (2 * newHeight) * width
        return (0..<newWidth).map { labels[start + (2 * $0 + 1) * width / (2 * newWidth)] }
      })
  }
}

extension RGBImage {
  /// The picture with its aspect ratio, no larger than this; a smaller one is as it was.
  func reduced(toWidth greatestWidth: Int, height greatestHeight: Int) -> RGBImage {
    let scale = min(
      1, Double(greatestWidth) / Double(width), Double(greatestHeight) / Double(height))
    return resized(
      toWidth: max(1, Int((Double(width) * scale).rounded())),
      height: max(1, Int((Double(height) * scale).rounded())), with: .bicubic)
  }

  /// The picture in gray, half as dark, as a ground for colours.
  var inPaleGray: RGBImage {
    var result = samples
    for start in stride(from: 0, to: samples.count, by: 3) {
      let luma =
        (299 * Int(samples[start]) + 587 * Int(samples[start + 1]) + 114 * Int(samples[start + 2]))
        / 1000
      let pale = UInt8((255 + luma) / 2)
      for channel in 0..<3 { result[start + channel] = pale }
    }
    return RGBImage(width: width, height: height, samples: result)
  }
}
