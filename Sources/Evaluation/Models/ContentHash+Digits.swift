extension ContentHash {
  /// A hash that is known by its digits.
  ///
  /// - Precondition: there are 64 hexadecimal digits, small letters.
  init(digits: String) {
    precondition(
      digits.utf8.count == 64 && digits.allSatisfy { $0.isHexDigit && !$0.isUppercase },
      "'\(digits)' are not the digits of a SHA-256")
    description = digits
  }

  /// The first digits, enough to tell files apart by eye.
  public var short: String { String(description.prefix(12)) }
}
