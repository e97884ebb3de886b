extension String {
  /// The text as the content or a quoted attribute of XML or HTML, where nothing of it is markup;
  /// characters that XML cannot hold become U+FFFD.
  var escapedForMarkup: String {
    guard utf8.contains(where: { "&<>\"".utf8.contains($0) || $0 < 0x20 || $0 == 0xEF }) else {
      return self
    }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
