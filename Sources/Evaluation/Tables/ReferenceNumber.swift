/// A published number with the digits that were printed.
public struct ReferenceNumber: Sendable, Equatable {
  /// The number, in percent.
  public let value: Double

  /// How many digits were printed behind the point.
  public let fractionDigits: Int
}

extension SettingType where Value == ReferenceNumber? {
  /// A number as it was printed, or `null` where nobody could confirm one.
  static var referenceNumber: SettingType {
    let expected = "a number from -100 to 100 in plain digits, or null"
    return SettingType(expected: expected) { value, context throws(ConfigurationError) in
      switch value.content {
      case .null:
        return nil
      case .number(let spelling):
        let digits = spelling.split(separator: ".", omittingEmptySubsequences: false)
        guard let number = Double(spelling), (-100...100).contains(number),
          spelling.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "." })
        else { throw context.invalid(value, expected: expected) }
        return ReferenceNumber(
          value: number, fractionDigits: digits.count == 2 ? digits[1].count : 0)
      default:
        throw context.invalid(value, expected: expected)
      }
    } describe: { number, _ in
      SettingText(number.map { "\($0.value)" } ?? "null")
    }
  }
}
