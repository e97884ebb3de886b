import Foundation

/// How a number becomes digits: the only place where anything is rounded.
///
/// A value is rounded once, from its exact binary value, to the nearest decimal; an exact tie goes
/// to the even digit. That is what C's `printf` and Python's `format` print, so that a table can be
/// compared with theirs digit by digit. (A decimal such as 2.675 is no tie: its nearest Double lies
/// below it and prints as 2.67.) No locale is consulted.
public struct NumberFormat: Sendable, Hashable {
  /// The number of digits behind the decimal point.
  public let fractionDigits: Int

  /// Whether a number above zero has a sign too, as differences have.
  public let showsPlus: Bool

  /// Creates a format with a fixed number of digits behind the decimal point.
  ///
  /// - Parameters:
  ///   - fractionDigits: The number of digits behind the decimal point.
  ///   - showsPlus: Whether a number above zero has a sign too.
  /// - Precondition: the number of digits lies between 0 and 17; a Double holds no more.
  public init(fractionDigits: Int, showsPlus: Bool = false) {
    precondition((0...17).contains(fractionDigits), "\(fractionDigits) digits are not printable")
    self.fractionDigits = fractionDigits
    self.showsPlus = showsPlus
  }

  /// Two digits, as the field prints scores in percent.
  public static let percent = NumberFormat(fractionDigits: 2)

  /// Two digits, for thresholds, which are hundredths.
  public static let ratio = NumberFormat(fractionDigits: 2)

  /// No digits, for counts.
  public static let count = NumberFormat(fractionDigits: 0)

  /// The number in digits, with a point and `-` for negative numbers; what rounds to zero has no
  /// sign.
  public func string(from value: Double) -> String {
    let digits = String(format: "%.\(fractionDigits)f", value)
    let isZero = digits.allSatisfy { "-0.".contains($0) }
    if isZero { return String(digits.drop { $0 == "-" }) }
    return showsPlus && value > 0 ? "+" + digits : digits
  }
}
