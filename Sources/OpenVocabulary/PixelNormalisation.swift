public import CLIP
public import Imaging
public import Tensors

/// How a picture's samples become the network's input: `(x / 255 − mean) / deviation` per channel.
public struct PixelNormalisation: Sendable, Hashable {
  /// The mean of red, green and blue in the pictures that CLIP was trained on, and their standard
  /// deviation.
  public static let clip = PixelNormalisation(.openAI)

  private let statistics: PixelStatistics

  /// Takes one mean and one deviation a channel.
  ///
  /// - Precondition: there are three of each, and no deviation is zero.
  public init(mean: [Float], deviation: [Float]) {
    self.init(PixelStatistics(mean: mean, deviation: deviation))
  }

  /// Takes the statistics that a model was trained with.
  public init(_ statistics: PixelStatistics) {
    self.statistics = statistics
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
    let (mean, deviation) = (statistics.mean, statistics.deviation)
    for channel in 0..<3 {
      let values = (0...255).map { (Float($0) / 255 - mean[channel]) / deviation[channel] }
      for pixel in 0..<pixels {
        target[channel * pixels + pixel] = values[Int(samples[pixel * 3 + channel])]
      }
    }
    return result
  }
}
