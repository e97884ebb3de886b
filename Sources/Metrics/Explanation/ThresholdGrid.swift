/// The thresholds of the search: 0.00, 0.01 … 1.00, as single-precision numbers.
///
/// A pixel is foreground where its score is the threshold or more.
public enum ThresholdGrid {
  /// The number of thresholds.
  public static let count = 101

  /// The thresholds in ascending order.
  public static let thresholds: [Float] = (0..<count).map { Float($0) / 100 }

  /// The position of the highest threshold that a score reaches; −1 where it reaches none.
  ///
  /// Exact at the thresholds themselves: multiplying by 100 alone would put some of them one too low.
  @inline(__always)
  static func highestPosition(reachedBy score: Float, in thresholds: Span<Float>) -> Int {
    var position = min(max(Int(score * 100), 0), count - 1)
    if position + 1 < count, score >= thresholds[position + 1] { position += 1 }
    if score < thresholds[position] { position -= 1 }
    return position
  }
}
