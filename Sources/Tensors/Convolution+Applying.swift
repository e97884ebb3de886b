extension Convolution {
  /// The convolved picture.
  ///
  /// - Precondition: the picture is `[H, W, inputWidth]`.
  /// - Complexity: O(H·W·K²·channels·outputs / s²); allocates the result.
  public func callAsFunction(_ picture: Tensor, using multiplier: some MatrixMultiplier) -> Tensor {
    var result = Tensor(zeros: outputShape(for: picture.shape))
    apply(to: picture, into: &result, using: multiplier)
    return result
  }

  /// Writes the convolved picture over `result`, or adds it to it.
  ///
  /// All of it is matrix products. Kernels of one pixel multiply the picture as it lies; for larger
  /// ones what lies under each kernel is gathered into rows, some pixels at a time, so that the rows
  /// stay in the cache and never take K² times the picture's memory.
  ///
  /// - Parameters:
  ///   - picture: `[H, W, inputWidth]`.
  ///   - result: Of ``outputShape(for:)``.
  ///   - multiplier: What multiplies.
  ///   - accumulates: Whether the convolved picture is added to what `result` holds, as a residual
  ///     connection wants.
  /// - Precondition: the shapes are as stated.
  /// - Complexity: O(H·W·K²·channels·outputs / s²).
  public func apply(
    to picture: Tensor, into result: inout Tensor, using multiplier: some MatrixMultiplier,
    accumulating accumulates: Bool = false
  ) {
    let shape = outputShape(for: picture.shape)
    precondition(
      result.shape == shape, "A picture of \(shape) does not fit a result of \(result.shape)")
    let pixelCount = shape[0] * shape[1]
    var target = result.elements.mutableSpan
    if kernelSide == 1, stride == 1 {
      map.apply(
        to: picture.elements.span, MatrixLayout(rows: pixelCount, columns: map.inputWidth),
        into: &target, MatrixLayout(rows: pixelCount, columns: outputWidth),
        using: multiplier, accumulating: accumulates)
      return
    }
    let framed = PaddedPicture(picture, margin: margin)
    let blockSize = min(pixelCount, max(Self.fewestRows, Self.valuesInCache / map.inputWidth))
    var rows = [Float](repeating: 0, count: blockSize * map.inputWidth)
    for start in Swift.stride(from: 0, to: pixelCount, by: blockSize) {
      let pixels = start..<min(start + blockSize, pixelCount)
      gather(pixels, ofRowsWith: shape[1], from: framed, into: &rows)
      map.apply(
        to: rows.span, MatrixLayout(rows: pixels.count, columns: map.inputWidth),
        into: &target,
        MatrixLayout(rows: pixels.count, columns: outputWidth, offset: start * outputWidth),
        using: multiplier, accumulating: accumulates)
    }
  }

  /// Writes what lies under the kernel of each of some output pixels into one row each.
  private func gather(
    _ pixels: Range<Int>, ofRowsWith columns: Int, from picture: PaddedPicture,
    into rows: inout [Float]
  ) {
    let source = picture.values.span
    let run = kernelSide * picture.channels
    var target = rows.mutableSpan
    var place = 0
    for pixel in pixels {
      let (row, column) = pixel.quotientAndRemainder(dividingBy: columns)
      for line in 0..<kernelSide {
        let start =
          ((row * stride + line) * picture.width + column * stride) * picture.channels
        VectorKernels.copy(source, in: start..<(start + run), to: &target, at: place)
        place += run
      }
    }
  }

  /// How many values gathered rows may have together, a megabyte, so that they stay in the cache.
  private static var valuesInCache: Int { 1 << 18 }

  /// How many rows are multiplied at a time at least, so that fetching the kernels pays.
  private static var fewestRows: Int { 128 }
}

/// A picture with zeros around it.
private struct PaddedPicture {
  let values: [Float]
  let width: Int
  let channels: Int

  init(_ picture: Tensor, margin: Int) {
    let (height, columns) = (picture.shape[0], picture.shape[1])
    channels = picture.shape[2]
    width = columns + 2 * margin
    var values = [Float](repeating: 0, count: (height + 2 * margin) * width * channels)
    let source = picture.elements.span
    var target = values.mutableSpan
    let run = columns * channels
    for row in 0..<height {
      VectorKernels.copy(
        source, in: (row * run)..<((row + 1) * run), to: &target,
        at: ((row + margin) * width + margin) * channels)
    }
    self.values = values
  }
}
