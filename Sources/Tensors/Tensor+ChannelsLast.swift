extension Tensor {
  /// The picture `[C, H, W]`, as networks take it, with its channels last: `[H, W, C]`.
  ///
  /// - Precondition: the tensor has three axes.
  /// - Complexity: O(n); allocates the result.
  public func channelsLast() -> Tensor {
    precondition(shape.count == 3, "A picture has the shape [C, H, W], not \(shape)")
    let (channels, area) = (shape[0], shape[1] * shape[2])
    var result = Tensor(zeros: [shape[1], shape[2], channels])
    let source = elements.span
    var target = result.elements.mutableSpan
    for channel in 0..<channels {
      for pixel in 0..<area {
        target[pixel * channels + channel] = source[channel * area + pixel]
      }
    }
    return result
  }
}
