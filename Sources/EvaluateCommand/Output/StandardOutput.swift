import Foundation

/// Where results go, and nothing else.
enum StandardOutput {
  /// Writes a text.
  ///
  /// - Throws: ``ClosedOutput`` where nobody reads any more, as behind `| head`, and the system's error
  ///   where the text cannot be written, as on a full disk.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      if isBrokenPipe(error) { throw ClosedOutput() }
      throw OutputError(reason: error.localizedDescription)
    }
  }

  private static func isBrokenPipe(_ error: any Error) -> Bool {
    var error: NSError? = error as NSError
    while let current = error {
      if current.domain == NSPOSIXErrorDomain && current.code == Int(EPIPE) { return true }
      error = current.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    return false
  }
}

/// Nobody reads standard output any more; there is nothing left to do and nothing wrong.
struct ClosedOutput: Error {}

/// Standard output cannot be written.
struct OutputError: Error, CustomStringConvertible {
  let reason: String

  var description: String { "cannot write to standard output: \(reason)" }
}
