public import CLIP
public import Imaging
public import Tensors

/// How a picture's samples become the network's input: `(x / 255 − mean) / deviation` per channel.
public struct PixelNormalisation: Sendable, Hashable {
  /// The mean of red, green and blue in the pictures that CLIP was trained on, and their standard
  /// deviation.
  public static let clip = PixelNormalisation(.openAI)

  /// What is subtracted from red, green and blue, in [0, 1].
  public let mean: [Float]

  /// What red, green and blue are then divided by.
  public let deviation: [Float]

  /// Takes one mean and one deviation a channel.
  ///
  /// - Precondition: there are three of each, and no deviation is zero.
  public init(mean: [Float], deviation: [Float]) {
    precondition(
      mean.count == 3 && deviation.count == 3 && deviation.allSatisfy { $0 > 0 },
      "Three channels need three means and positive deviations, not \(mean) and \(deviation)")
    self.mean = mean
    self.deviation = deviation
  }

  /// Takes the statistics that a model was trained with.
  public init(_ statistics: PixelStatistics) {
    self.init(mean: statistics.mean, deviation: statistics.deviation)
  }

  /// The input `[3, H, W]` of a picture.
  ///
  /// Each of the 256 values is computed once, in Float32 and in the order of torchvision's `ToTensor`
  /// and `Normalize`, so that the result is equal to the last bit.
  ///
  /// - Complexity: O(height · width).
  public func callAsFunction(_ image: RGBImage) -> Tensor {
    let pixels = image.width * image.height
    var result = Tensor(zeros: [3, image.height, image.width])
    var target = result.elements.mutableSpan
    let samples = image.samples.span
    for channel in 0..<3 {
      let values = (0...255).map { (Float($0) / 255 - mean[channel]) / deviation[channel] }
      for pixel in 0..<pixels {
        target[channel * pixels + pixel] = values[Int(samples[pixel * 3 + channel])]
      }
    }
    return result
  }
}
