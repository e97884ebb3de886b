import Evaluation
import Foundation
import Reporting

/// The page that GitHub Actions shows of a step, to which a step appends Markdown.
enum StepSummary {
  /// The environment variable with the page's file.
  private static let variable = "GITHUB_STEP_SUMMARY"

  /// Appends a table where there is such a page; what goes wrong is said and changes nothing else.
  static func append(_ table: Table, in surroundings: Surroundings) {
    guard let path = surroundings.variable(variable) else { return }
    let file = surroundings.file(at: path)
    do {
      if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
      let handle = try FileHandle(forWritingTo: file)
      try handle.seekToEnd()
      try handle.write(contentsOf: Data((table.rendered(as: .markdown) + "\n").utf8))
      try handle.close()
    } catch {
      StandardError.write("warning: cannot append to \(path): \(error.localizedDescription)\n")
    }
  }
}
