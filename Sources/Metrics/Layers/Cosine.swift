/// The cosine of the angle between two vectors.
public enum Cosine {
  /// `Σ aᵢ bᵢ / (‖a‖ ‖b‖)` in Float64, from −1 to 1; `nil` where a vector has no direction.
  ///
  /// - Precondition: both have as many components.
  public static func between(_ first: [Float], _ second: [Float]) -> Double? {
    precondition(first.count == second.count, "\(first.count) and \(second.count) components")
    var (product, lengths) = (0.0, (0.0, 0.0))
    for (a, b) in zip(first, second) {
      product += Double(a) * Double(b)
      lengths.0 += Double(a) * Double(a)
      lengths.1 += Double(b) * Double(b)
    }
    guard lengths.0 > 0, lengths.1 > 0, product.isFinite else { return nil }
    // Rounding may leave a parallel a few units in the last place above one.
    return min(1, max(-1, product / (lengths.0.squareRoot() * lengths.1.squareRoot())))
  }
}
