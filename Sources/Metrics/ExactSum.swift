/// The exact sum of many ratios, the same in any order and however it is split.
///
/// A sum of Doubles depends on the order of its terms in the last bits, and images finish in any order
/// on several workers. Here terms are whole multiples of 2⁻¹⁰⁰, so that adding is adding of integers:
/// a Double of magnitude 2⁻⁴⁸ or more is held exactly, a smaller one to 2⁻¹⁰¹.
public struct ExactSum: Sendable, Hashable {
  /// The sum in units of 2⁻¹⁰⁰.
  private var units: Int128 = 0

  /// How many binary digits lie behind the point.
  private static let fractionBits = 100

  /// The largest magnitude of a term: with it, 2²⁶ terms fit.
  public static let largestTerm = 1.0

  /// Creates the empty sum, which is zero.
  public init() {}

  /// Adds one term.
  ///
  /// - Precondition: the term is a number from −1 to 1.
  public mutating func add(_ term: Double) {
    precondition(
      term.magnitude <= Self.largestTerm, "\(term) is no ratio from −1 to 1 to be summed")
    units += Int128(
      (term * Double(sign: .plus, exponent: Self.fractionBits, significand: 1)).rounded())
  }

  /// Adds the terms of another sum.
  public mutating func merge(_ other: ExactSum) {
    units += other.units
  }

  /// The sum, rounded once.
  public var value: Double {
    Double(units) / Double(sign: .plus, exponent: Self.fractionBits, significand: 1)
  }

  /// The sum divided by a number of terms; `nil` for none.
  public func mean(over count: Int) -> Double? {
    count == 0 ? nil : value / Double(count)
  }
}
