public import Imaging

/// Why a drawn world cannot be written.
public enum DemoWorldError: Error, Equatable, Sendable {
  /// Something is at the place of the output already.
  case outputExists(file: String)

  /// A file or folder cannot be written; `reason` is the system's.
  case unwritable(file: String, reason: String)

  /// A picture cannot be encoded or decoded.
  case imaging(ImagingError)
}
