import Foundation
import Imaging

extension ImageInspection {
  /// Looks at an image as closely as is wanted.
  ///
  /// - Returns: Its size in pixels; `nil` where it is not looked at.
  /// - Throws: `ImagingError` where it is missing or cannot be read.
  func size(
    ofImageAt url: URL
  ) throws(ImagingError) -> (width: Int, height: Int)? {
    switch self {
    case .none:
      return nil
    case .headers:
      let header = try ImageHeader(contentsOf: url)
      return (header.width, header.height)
    case .pixels:
      let image = try RGBImage(contentsOf: url)
      return (image.width, image.height)
    }
  }
}

extension ImagingError {
  /// Whether there is no such file.
  var isMissingFile: Bool {
    if case .missingFile = self { true } else { false }
  }
}
