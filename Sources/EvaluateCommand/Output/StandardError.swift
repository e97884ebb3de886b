import Foundation

/// Where everything goes that is not a result.
enum StandardError {
  /// Writes a text; where it cannot be written, there is nowhere left to say so.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
