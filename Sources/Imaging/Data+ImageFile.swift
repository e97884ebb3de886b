import Foundation

extension Data {
  /// Maps or reads a whole file.
  init(imageFileAt url: URL) throws(ImagingError) {
    do {
      try self.init(contentsOf: url, options: .mappedIfSafe)
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      throw .missingFile(file: url.relativePath)
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw .unreadableFile(file: url.relativePath, reason: "permission denied")
    } catch {
      throw .unreadableFile(file: url.relativePath, reason: error.localizedDescription)
    }
  }

  /// The image format of these bytes of a file.
  ///
  /// - Throws: ``ImagingError/emptyFile(file:)`` or ``ImagingError/notAnImage(file:firstBytes:)``.
  func imageFormat(named file: String) throws(ImagingError) -> ImageFormat {
    guard !isEmpty else { throw .emptyFile(file: file) }
    guard let format = ImageFormat(startingWith: prefix(8)) else {
      throw .notAnImage(file: file, firstBytes: Array(prefix(32)))
    }
    return format
  }
}
