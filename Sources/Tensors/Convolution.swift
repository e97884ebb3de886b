/// A learned convolution of pictures `[H, W, C]`, with zeros around them.
///
/// y[r, c, o] = b[o] + Σ over i, j, k of w[o, i, j, k] · x[s·r + j − p, s·c + k − p, i], with s the
/// stride, square kernels of odd side K and p = (K − 1) / 2, so that at stride 1 the picture keeps its
/// size.
public struct Convolution: Sendable {
  /// The side of the kernels, K.
  public let kernelSide: Int

  /// The distance between the pixels that kernels are laid on, s.
  public let stride: Int

  /// The kernels as a linear map of what lies under them: `[outputs, K·K·channels]`, rows of the
  /// picture first and channels last, so that a kernel's row is one run of a picture's values.
  let map: Linear

  /// Creates a layer from its learned parameters.
  ///
  /// - Parameters:
  ///   - kernels: w, `[outputs, channels, K, K]`, as checkpoints store it.
  ///   - bias: b, `[outputs]`.
  ///   - stride: s.
  /// - Precondition: K is odd, the stride is positive, and there is one bias an output.
  public init(kernels: Tensor, bias: [Float], stride: Int = 1) {
    precondition(
      kernels.shape.count == 4 && kernels.shape[2] == kernels.shape[3]
        && !kernels.shape[2].isMultiple(of: 2),
      "Kernels are [outputs, channels, K, K] with an odd K, not \(kernels.shape)")
    precondition(stride > 0, "A convolution does not stride by \(stride)")
    kernelSide = kernels.shape[2]
    self.stride = stride
    map = Linear(weight: Self.channelsLast(kernels), bias: bias)
  }

  /// The number of features of a pixel that goes in.
  public var inputWidth: Int { map.inputWidth / (kernelSide * kernelSide) }

  /// The number of features of a pixel that comes out.
  public var outputWidth: Int { map.outputWidth }

  /// The shape of what comes out when a picture of a shape goes in.
  ///
  /// - Precondition: the shape is `[H, W, inputWidth]`.
  public func outputShape(for shape: [Int]) -> [Int] {
    precondition(
      shape.count == 3 && shape[2] == inputWidth,
      "A picture \(shape) does not fit kernels of \(inputWidth) channels")
    return [(shape[0] + stride - 1) / stride, (shape[1] + stride - 1) / stride, outputWidth]
  }

  /// How many values lie around a picture on each side, p.
  var margin: Int { kernelSide / 2 }

  private static func channelsLast(_ kernels: Tensor) -> Tensor {
    let (outputs, channels) = (kernels.shape[0], kernels.shape[1])
    let area = kernels.shape[2] * kernels.shape[3]
    var result = Tensor(zeros: [outputs, area * channels])
    for output in 0..<outputs {
      for channel in 0..<channels {
        for place in 0..<area {
          result.elements[(output * area + place) * channels + channel] =
            kernels.elements[(output * channels + channel) * area + place]
        }
      }
    }
    return result
  }
}
