import Foundation

/// The place of a report, which is written whole or not at all.
struct ReportFile {
  private let url: URL

  /// Takes a place, and says before anything is computed whether it is free.
  ///
  /// - Throws: ``ReportError/notHTML(_:)``, ``ReportError/exists(_:)``.
  init(at url: URL, overwriting overwrites: Bool) throws(ReportError) {
    guard ["html", "htm"].contains(url.pathExtension.lowercased()) else { throw .notHTML(url) }
    let isOccupied = FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
    guard overwrites || !isOccupied else { throw .exists(url) }
    self.url = url
  }

  /// Writes the report.
  ///
  /// - Throws: ``ReportError/unwritable(_:reason:)``.
  func write(_ text: String) throws(ReportError) {
    do {
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw .unwritable(url, reason: error.localizedDescription)
    }
  }
}
