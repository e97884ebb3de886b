import Evaluation
import Reporting

/// The listing of what was checked of a checkpoint.
struct VerificationListing {
  private let verification: CheckpointVerification

  /// Creates a listing.
  init(_ verification: CheckpointVerification) {
    self.verification = verification
  }

  /// One line a check, and what follows from all.
  var text: String {
    let report = verification.report
    let hash =
      report.known.map { "the published \($0.fileName) of \($0.name)" }
      ?? "of no checkpoint that is known"
    var lines = ["SHA-256 \(report.files.hash): \(hash)"]
    lines += verification.comparisons.map(Self.line)
    if verification.comparisons.isEmpty {
      lines.append("No outputs of such a model were published; nothing was computed.")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ comparison: OutputComparison) -> String {
    let format = NumberFormat(fractionDigits: 6)
    return """
      \(comparison.what): \(comparison.holds ? "as published" : "NOT as published"); \
      of \(comparison.count) numbers the furthest is \(format.string(from: comparison.worst.got)), \
      published \(format.string(from: comparison.worst.expected))
      """
  }
}
