extension String {
  /// The text in one line and without control characters, which in the name of a class or a file
  /// could move the cursor or worse.
  var printable: String {
    let scalars = unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .lineSeparator, .paragraphSeparator: " "
      case .control: "\t\n\r".unicodeScalars.contains(scalar) ? " " : "\u{FFFD}"
      default: scalar
      }
    }
    return String(UnicodeScalarView(scalars))
  }
}
