/// The mean and the standard deviation by which a model's images were normalised in training:
/// `(x / 255 − mean) / deviation` per channel.
public struct PixelStatistics: Sendable, Hashable {
  /// Those of OpenAI's models and most others.
  public static let openAI = PixelStatistics(
    mean: [0.481_454_66, 0.457_827_5, 0.408_210_73],
    deviation: [0.268_629_54, 0.261_302_58, 0.275_777_11])

  /// What is subtracted from red, green and blue, in [0, 1].
  public let mean: [Float]

  /// What red, green and blue are then divided by.
  public let deviation: [Float]

  /// Takes one mean and one deviation a channel.
  ///
  /// - Precondition: there are three of each, and every deviation is positive.
  public init(mean: [Float], deviation: [Float]) {
    precondition(
      mean.count == 3 && deviation.count == 3 && deviation.allSatisfy { $0 > 0 },
      "Three channels need three means and positive deviations, not \(mean) and \(deviation)")
    self.mean = mean
    self.deviation = deviation
  }
}
