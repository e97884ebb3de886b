import Tensors
import TestSupport
import Testing

@Suite("Convolution")
struct ConvolutionTests {
  private let multiplier = OpenBLASMultiplier()

  /// One layer on one picture.
  struct Case: Sendable, CustomTestStringConvertible {
    let side: Int
    let stride: Int
    let picture: [Int]
    let outputs: Int
    var testDescription: String { "\(side) × \(side) / \(stride) of \(picture) to \(outputs)" }
  }

  /// The last but one gathers more rows than are multiplied at a time, the last picture is smaller than
  /// the kernel.
  static let cases = [
    Case(side: 1, stride: 1, picture: [5, 7, 3], outputs: 4),
    Case(side: 1, stride: 2, picture: [5, 8, 18], outputs: 2),
    Case(side: 3, stride: 1, picture: [6, 4, 17], outputs: 5),
    Case(side: 3, stride: 2, picture: [8, 6, 3], outputs: 8),
    Case(side: 3, stride: 2, picture: [7, 5, 3], outputs: 8),
    Case(side: 5, stride: 1, picture: [6, 9, 2], outputs: 3),
    Case(side: 3, stride: 1, picture: [13, 15, 256], outputs: 3),
    Case(side: 3, stride: 1, picture: [1, 1, 6], outputs: 2),
  ]

  /// The definition, one product at a time.
  private func reference(
    _ picture: Tensor, _ kernels: Tensor, _ bias: [Double], stride: Int
  ) -> Tensor {
    let (height, width, channels) = (picture.shape[0], picture.shape[1], picture.shape[2])
    let (outputs, side) = (kernels.shape[0], kernels.shape[2])
    let rows = (height - 1) / stride + 1
    let columns = (width - 1) / stride + 1
    var elements: [Float] = []
    for row in 0..<rows {
      for column in 0..<columns {
        for output in 0..<outputs {
          var sum = bias[output]
          for y in 0..<side {
            for x in 0..<side {
              let (r, c) = (row * stride + y - side / 2, column * stride + x - side / 2)
              guard (0..<height).contains(r), (0..<width).contains(c) else { continue }
              for channel in 0..<channels {
                let weight =
                  kernels.elements[((output * channels + channel) * side + y) * side + x]
                sum +=
                  Double(weight) * Double(picture.elements[(r * width + c) * channels + channel])
              }
            }
          }
          elements.append(Float(sum))
        }
      }
    }
    return Tensor(shape: [rows, columns, outputs], elements: elements)
  }

  @Test("equals its definition in double precision", arguments: cases)
  func definition(_ test: Case) {
    var generator = SplitMix64(seed: 5)
    let kernelShape = [test.outputs, test.picture[2], test.side, test.side]
    let kernels = Tensor(
      shape: kernelShape, elements: generator.floats(kernelShape.reduce(1, *)))
    let bias = generator.floats(test.outputs)
    let picture = Tensor(
      shape: test.picture, elements: generator.floats(test.picture.reduce(1, *)))
    let layer = Convolution(kernels: kernels, bias: bias, stride: test.stride)
    let expected = reference(picture, kernels, bias.map(Double.init), stride: test.stride)
    #expect(layer.outputShape(for: picture.shape) == expected.shape)
    let result = layer(picture, using: multiplier)
    expectClose(result, expected, relative: 1e-6, test.testDescription)

    var sum = Tensor(shape: expected.shape, elements: generator.floats(expected.count))
    let expectedSum = Tensor(
      shape: expected.shape, elements: zip(sum.elements, expected.elements).map(+))
    layer.apply(to: picture, into: &sum, using: multiplier, accumulating: true)
    expectClose(sum, expectedSum, relative: 1e-6, "\(test.testDescription), added")
  }

  @Test("takes in the batch normalisation behind it", arguments: [1, 3])
  func folding(side: Int) {
    var generator = SplitMix64(seed: 6)
    let (channels, outputs) = (5, 7)
    let kernels = Tensor(
      shape: [outputs, channels, side, side],
      elements: generator.floats(outputs * channels * side * side))
    let normalisation = BatchNormalisation(
      scale: generator.floats(outputs), shift: generator.floats(outputs),
      mean: generator.floats(outputs), variance: generator.floats(outputs, in: 0...2))
    let picture = Tensor(shape: [4, 6, channels], elements: generator.floats(4 * 6 * channels))
    let plain = reference(
      picture, kernels, [Double](repeating: 0, count: outputs), stride: 1)
    var expected = plain
    for index in plain.elements.indices {
      let channel = index % outputs
      let deviation = (Double(normalisation.variance[channel]) + 1e-5).squareRoot()
      let centred = Double(plain.elements[index]) - Double(normalisation.mean[channel])
      expected.elements[index] = Float(
        centred / deviation * Double(normalisation.scale[channel])
          + Double(normalisation.shift[channel]))
    }
    let layer = Convolution(kernels: kernels, normalisedBy: normalisation)
    expectClose(
      layer(picture, using: multiplier), expected, relative: 1e-6, "folded, side \(side)")
  }

  @Test("a channel without variance is scaled by 1 / √ε, not divided by zero")
  func noVariance() {
    let layer = Convolution(
      kernels: Tensor(shape: [1, 1, 1, 1], elements: [1]),
      normalisedBy: BatchNormalisation(scale: [1], shift: [2], mean: [3], variance: [0]))
    let result = layer(Tensor(shape: [1, 1, 1], elements: [4]), using: multiplier)
    expectClose(
      result, Tensor(shape: [1, 1, 1], elements: [2 + 1 / Float(1e-5).squareRoot()]),
      relative: 1e-6, "no variance")
  }
}
