/// Measures intervals: how long they take, and how often they hold the truth.
///
///     uncertainty-study speed      what one resampling of a large benchmark takes
///     uncertainty-study coverage   simulated data sets whose true score is known
///
/// Writes Markdown to stdout; `make coverage` keeps it in `Results/uncertainty/coverage.md`.
@main
enum UncertaintyStudy {
  static func main() throws {
    switch CommandLine.arguments.dropFirst().first {
    case "speed": SpeedStudy().report()
    case "coverage": CoverageStudy().report()
    case let other: throw StudyError.unknownStudy(got: other, expected: ["speed", "coverage"])
    }
  }
}

/// Why nothing was measured.
enum StudyError: Error {
  /// There is no study of that name.
  case unknownStudy(got: String?, expected: [String])
}
