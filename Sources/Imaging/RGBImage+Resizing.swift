extension RGBImage {
  /// The picture at another size, with the bytes that Pillow's `resize` gives.
  ///
  /// Each side is resized by itself, so the aspect ratio may change, and in between the samples are
  /// rounded to 8 bits. A side that keeps its length is not touched.
  ///
  /// - Parameters:
  ///   - newWidth: The number of pixels in a row of the result.
  ///   - newHeight: The number of rows of the result.
  ///   - filter: The shape of the window.
  ///   - release: The release of Pillow whose bytes are wanted.
  /// - Returns: The resized picture.
  /// - Precondition: both sides are positive.
  /// - Complexity: O((height + newHeight) · newWidth · n) for a window of n pixels, which is four
  ///   for a bicubic that enlarges.
  public func resized(
    toWidth newWidth: Int, height newHeight: Int, with filter: ResamplingFilter,
    matching release: PillowRelease = .pillow13
  ) -> RGBImage {
    precondition(
      newWidth > 0 && newHeight > 0, "An image of \(newWidth) × \(newHeight) pixels has no pixels")
    let startsWithColumns = release.startsWithColumns(
      widthLoss: width - newWidth, heightLoss: height - newHeight)
    return startsWithColumns
      ? resizingColumns(to: newHeight, with: filter).resizingRows(to: newWidth, with: filter)
      : resizingRows(to: newWidth, with: filter).resizingColumns(to: newHeight, with: filter)
  }

  /// The picture with every row resized.
  private func resizingRows(to newWidth: Int, with filter: ResamplingFilter) -> RGBImage {
    guard newWidth != width else { return self }
    let windows = ResamplingWindows(from: width, to: newWidth, filter: filter)
    var result: [UInt8] = []
    result.reserveCapacity(height * newWidth * 3)
    for row in 0..<height {
      let start = row * width * 3
      windows.appendRow(samples.span.extracting(start..<start + width * 3), to: &result)
    }
    return RGBImage(width: newWidth, height: height, samples: result)
  }

  /// The picture with every column resized.
  private func resizingColumns(to newHeight: Int, with filter: ResamplingFilter) -> RGBImage {
    guard newHeight != height else { return self }
    let windows = ResamplingWindows(from: height, to: newHeight, filter: filter)
    let rowLength = width * 3
    var result: [UInt8] = []
    result.reserveCapacity(newHeight * rowLength)
    var sums = [Int32](repeating: 0, count: rowLength)
    for target in 0..<newHeight {
      for index in sums.indices { sums[index] = ResamplingWindows.half }
      var start = windows.starts[target] * rowLength
      for index in windows.bounds[target]..<windows.bounds[target + 1] {
        sums.add(
          samples.span.extracting(start..<start + rowLength), times: windows.weights[index])
        start += rowLength
      }
      for sum in sums { result.append(ResamplingWindows.sample(of: sum)) }
    }
    return RGBImage(width: width, height: newHeight, samples: result)
  }
}

extension ResamplingWindows {
  /// Resizes one row of interleaved red, green and blue and appends it.
  fileprivate func appendRow(_ row: Span<UInt8>, to result: inout [UInt8]) {
    let starts = starts.span
    let bounds = bounds.span
    let weights = weights.span
    for target in starts.indices {
      var position = 3 * starts[target]
      var red = Self.half
      var green = Self.half
      var blue = Self.half
      for index in bounds[target]..<bounds[target + 1] {
        let weight = weights[index]
        red &+= weight &* Int32(row[position])
        green &+= weight &* Int32(row[position + 1])
        blue &+= weight &* Int32(row[position + 2])
        position += 3
      }
      result.append(Self.sample(of: red))
      result.append(Self.sample(of: green))
      result.append(Self.sample(of: blue))
    }
  }
}

extension [Int32] {
  /// Adds a row of samples, weighted.
  fileprivate mutating func add(_ row: Span<UInt8>, times weight: Int32) {
    precondition(row.count == count, "\(row.count) samples for \(count) sums")
    var sums = mutableSpan
    for index in 0..<row.count { sums[index] &+= weight &* Int32(row[index]) }
  }
}
