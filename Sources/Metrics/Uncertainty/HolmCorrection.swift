/// Corrects p values for how many were asked for (Holm, "A simple sequentially rejective multiple test
/// procedure", 1979).
public enum HolmCorrection {
  /// The adjusted p values: rejecting where they are at most α keeps the chance of any false rejection at
  /// most α, whatever depends on what.
  ///
  /// With the values in ascending order, `p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1) p₍ⱼ₎)`.
  ///
  /// - Parameter values: The p values in any order; `nil` for what was not tested, which does not count.
  /// - Returns: The adjusted values in the same order.
  public static func adjusted(_ values: [Double?]) -> [Double?] {
    let tested = values.enumerated().compactMap { index, value in value.map { (index, $0) } }
      .sorted { $0.1 < $1.1 }
    var adjusted = [Double?](repeating: nil, count: values.count)
    var highest = 0.0
    for (rank, (index, value)) in tested.enumerated() {
      highest = max(highest, min(1, Double(tested.count - rank) * value))
      adjusted[index] = highest
    }
    return adjusted
  }
}
