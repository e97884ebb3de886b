/// How well one class was segmented.
public struct ClassScore: Sendable, Equatable {
  /// The number of scored pixels that are of the class.
  public let truthPixels: Int64

  /// The number of scored pixels that were predicted to be of the class.
  public let predictedPixels: Int64

  /// The number of scored pixels that are of the class and were predicted to be.
  public let correctPixels: Int64

  /// Intersection over union: `correct / (truth + predicted − correct)`, between 0 and 1.
  ///
  /// `nil` where it is undefined: without any pixel of the class in truth or prediction, and, by the
  /// policy ``AbsentClassPolicy/presentOnly``, without any true pixel. By
  /// ``AbsentClassPolicy/zero`` it is never `nil`.
  public let intersectionOverUnion: Double?

  /// The share of the class's true pixels that were found: `correct / truth`, between 0 and 1.
  ///
  /// `nil` where the class has no true pixel, except by ``AbsentClassPolicy/zero``.
  public let accuracy: Double?

  init(
    truthPixels: Int64, predictedPixels: Int64, correctPixels: Int64, policy: AbsentClassPolicy
  ) {
    self.truthPixels = truthPixels
    self.predictedPixels = predictedPixels
    self.correctPixels = correctPixels
    let unionPixels = truthPixels + predictedPixels - correctPixels
    let countedPixels =
      switch policy {
      case .predictedCountsZero, .zero: unionPixels
      case .presentOnly: truthPixels
      }
    let undefined: Double? = policy == .zero ? 0 : nil
    intersectionOverUnion =
      countedPixels == 0 ? undefined : Double(correctPixels) / Double(unionPixels)
    accuracy = truthPixels == 0 ? undefined : Double(correctPixels) / Double(truthPixels)
  }
}
