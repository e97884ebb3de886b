/// A file format that is read and written.
public enum ImageFormat: String, Sendable, CaseIterable {
  /// Portable Network Graphics: photographs, and the only format of label maps.
  case png = "PNG"

  /// JPEG: photographs.
  case jpeg = "JPEG"

  /// The format whose signature a file starts with, `nil` where neither does.
  ///
  /// - Parameter bytes: The first bytes of the file; eight suffice.
  init?(startingWith bytes: some Collection<UInt8>) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      return nil
    }
  }
}
