extension String {
  /// The text without what could steer a terminal, cut to a length that fits a message.
  ///
  /// Names inside a file are the file's author's, not ours.
  var printable: String {
    let longest = 120
    let scalars = unicodeScalars.prefix(longest + 1)
    let escaped = scalars.prefix(longest).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        scalar.escaped(asASCII: true)
      default: String(scalar)
      }
    }
    return escaped.joined() + (scalars.count > longest ? "…" : "")
  }
}
