extension ConfusionMatrix {
  /// The segmentation scores over all pixels counted so far.
  ///
  /// - Parameters:
  ///   - policy: What a class without true pixels does to the means.
  ///   - leftOut: Classes that count in no mean, for example a background that is never predicted
  ///     and serves only to turn predictions on it into false positives.
  /// - Returns: Ratios between 0 and 1; undefined ones are `nil`.
  /// - Precondition: every class left out is a class of the matrix.
  /// - Complexity: O(classCount²).
  public func scores(
    policy: AbsentClassPolicy = .predictedCountsZero, leavingOut leftOut: Set<Int> = []
  ) -> SegmentationScores {
    precondition(
      leftOut.allSatisfy((0..<classCount).contains),
      "Classes \(leftOut.sorted()) are not all among \(classCount) classes")
    var predictedPixels = [Int64](repeating: 0, count: columnCount)
    var truthPixels = [Int64](repeating: 0, count: classCount)
    for truth in 0..<classCount {
      for prediction in 0...classCount {
        let count = counts[truth * columnCount + prediction]
        truthPixels[truth] += count
        predictedPixels[prediction] += count
      }
    }
    let classes = (0..<classCount).map { index in
      ClassScore(
        truthPixels: truthPixels[index], predictedPixels: predictedPixels[index],
        correctPixels: counts[index * columnCount + index], policy: policy)
    }
    return SegmentationScores(perClass: classes, policy: policy, leftOut: leftOut.sorted())
  }
}
