/// The area under the curve of precision over recall, as steps: `Σ_n (R_n − R_{n−1}) · P_n`.
///
/// The steps are the distinct scores, so that equal scores rank equal and the order of the data plays
/// no part; scikit-learn's `average_precision_score` is the same. VOC's eleven-point form and
/// interpolated precision give other values.
public enum AveragePrecision {
  /// The average precision of a ranking.
  ///
  /// - Parameters:
  ///   - positives: The scores of what should rank high.
  ///   - negatives: The scores of the rest.
  /// - Returns: A ratio between 0 and 1; `nil` where nothing is positive.
  /// - Precondition: no score is NaN.
  /// - Complexity: O(n · log n).
  public static func of(positives: [Float], negatives: [Float]) -> Double? {
    guard !positives.isEmpty else { return nil }
    let positives = positives.sorted(by: >)
    let negatives = negatives.sorted(by: >)
    precondition(
      !positives.contains(where: \.isNaN) && !negatives.contains(where: \.isNaN),
      "A score that is not a number cannot be ranked")
    var sum = 0.0
    var (found, mistaken) = (0, 0)
    while found < positives.count {
      let score = positives[found]
      let start = found
      while found < positives.count, positives[found] == score { found += 1 }
      while mistaken < negatives.count, negatives[mistaken] >= score { mistaken += 1 }
      sum += Double(found - start) * Double(found) / Double(found + mistaken)
    }
    return sum / Double(positives.count)
  }
}
