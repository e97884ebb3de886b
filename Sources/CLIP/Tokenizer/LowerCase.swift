/// Lower case as Python's `str.lower` gives it.
///
/// Unicode's full mapping of each character, and the one rule that looks around it: a capital sigma at
/// the end of a word becomes ς, which Swift's `lowercased()` does not do.
enum LowerCase {
  /// The text in lower case.
  static func lowercased(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    for (index, scalar) in text.enumerated() {
      if scalar.isASCII {
        let isUpperCase = ("A"..."Z").contains(scalar)
        result.append(isUpperCase ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      } else if scalar == "Σ" {
        result.append(isFinalSigma(at: index, in: text) ? "ς" : "σ")
      } else {
        result += scalar.properties.lowercaseMapping.unicodeScalars
      }
    }
    return result
  }

  /// Whether a cased letter comes before and none after, ignoring what has no case, such as accents.
  private static func isFinalSigma(at index: Int, in text: [Unicode.Scalar]) -> Bool {
    let before = text[..<index].last { !$0.properties.isCaseIgnorable }
    let after = text[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true
  }
}
